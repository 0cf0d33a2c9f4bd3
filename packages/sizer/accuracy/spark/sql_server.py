"""Answers SQL over HTTP from a local Spark with Delta, for record.ts: POST a statement, get JSON rows.

Needs pyspark 4.0 and the jars of io.delta:delta-spark_2.13:4.0.0 (with delta-storage) in DELTA_JARS.
"""
import base64
import datetime
import decimal
import glob
import json
import os
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

from pyspark.errors import PySparkException
from pyspark.sql import Row, SparkSession

work = sys.argv[1]
spark = (
    SparkSession.builder.master("local[2]")
    .config("spark.jars", ",".join(glob.glob(os.environ["DELTA_JARS"] + "/*.jar")))
    .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
    .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
    .config("spark.sql.warehouse.dir", work)
    .config("spark.sql.session.timeZone", "UTC")
    .config("spark.sql.shuffle.partitions", "4")
    .config("spark.ui.enabled", "false")
    .getOrCreate()
)


def plain(value):
    """As the Statement Execution API gives it: numbers as numbers, everything else as text or a map."""
    if isinstance(value, Row):
        return {key: plain(one) for key, one in value.asDict().items()}
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, decimal.Decimal):
        return str(value)
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.isoformat()
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode()
    return value


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        statement = self.rfile.read(int(self.headers["content-length"])).decode()
        try:
            answer = {"rows": [plain(row) for row in spark.sql(statement).collect()]}
        except PySparkException as error:
            answer = {"error": str(error).split("\n")[0].split(";")[0]}
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
print(json.dumps({"port": server.server_port, "spark": spark.version}), flush=True)
server.serve_forever()
