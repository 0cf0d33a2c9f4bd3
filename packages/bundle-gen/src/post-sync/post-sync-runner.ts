import { generatedFrom } from '../generate/bundle-file.js'

/** The Python program of the job that runs `sql/post_sync.sql`: it signs in as who runs the job. */
export function postSyncRunner(origin: string): string {
  return `# ${generatedFrom(origin)}
"""Runs a file of SQL on the Lakebase database, in one transaction, as the identity of the job."""

import argparse
import uuid

import psycopg
from databricks.sdk import WorkspaceClient


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--endpoint", help="projects/…/branches/…/endpoints/… of an Autoscaling project")
    options.add_argument("--instance", help="name of a Provisioned instance")
    options.add_argument("--database", required=True)
    options.add_argument("--file", required=True)
    given = options.parse_args()

    workspace = WorkspaceClient()
    host, token = credential(workspace, given)
    with open(given.file, encoding="utf-8") as file:
        statements = file.read()

    connection = psycopg.connect(
        host=host,
        dbname=given.database,
        user=workspace.current_user.me().user_name,
        password=token,
        sslmode="require",
        connect_timeout=60,
    )
    connection.add_notice_handler(lambda notice: print(f"{notice.severity}: {notice.message_primary}"))
    with connection:
        connection.execute(statements)


def credential(workspace, given):
    if given.endpoint:
        endpoint = workspace.postgres.get_endpoint(name=given.endpoint)
        minted = workspace.postgres.generate_database_credential(endpoint=given.endpoint)
        return endpoint.status.hosts.host, minted.token
    instance = workspace.database.get_database_instance(name=given.instance)
    minted = workspace.database.generate_database_credential(
        request_id=str(uuid.uuid4()), instance_names=[given.instance]
    )
    return instance.read_write_dns, minted.token


if __name__ == "__main__":
    main()
`
}
