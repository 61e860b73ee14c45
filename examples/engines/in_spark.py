"""Asks Apache Spark: in_spark.py FILE.parquet DIR.

`local-cluster` starts worker processes of their own on this machine, which exchange rows over the network as those of a real
cluster do. How many there were and what they exchanged is read from Spark itself and printed.
"""

import json
import os
import shutil
import sys
import time
import urllib.request
from pathlib import Path

import pyspark
from pyspark.sql import SparkSession

from queries import QUERIES, write

WORKERS, MEMORY = 2, 2048

parquet, directory = sys.argv[1], Path(sys.argv[2])
os.environ["SPARK_HOME"] = str(Path(pyspark.__file__).parent)
os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
os.environ["PYSPARK_PYTHON"] = sys.executable
spark = (
    SparkSession.builder.master(f"local-cluster[{WORKERS},1,{MEMORY}]")
    .appName("ogi-report")
    .config("spark.executor.memory", f"{MEMORY}m")
    .config("spark.executorEnv.SPARK_HOME", os.environ["SPARK_HOME"])
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.ui.port", "0")
    .config("spark.ui.showConsoleProgress", "false")
    .config("spark.sql.shuffle.partitions", "8")
    .config("spark.sql.ansi.enabled", "true")
    .config("spark.sql.ansi.doubleQuotedIdentifiers", "true")
    # Read all 200 columns as columns.
    .config("spark.sql.codegen.maxFields", "1000")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")
spark.read.parquet(parquet).createOrReplaceTempView("reports")
for name, sql in QUERIES.items():
    started = time.perf_counter()
    frame = spark.sql(sql)
    rows = frame.collect()
    print(name, time.perf_counter() - started, sep="\t")
    write(directory / f"{name}.tsv", frame.columns, rows)

api = f"{spark.sparkContext.uiWebUrl}/api/v1/applications/{spark.sparkContext.applicationId}"


def ask(what):
    with urllib.request.urlopen(f"{api}/{what}") as answer:
        return json.load(answer)


executors = [executor for executor in ask("executors") if executor["id"] != "driver"]
shuffled = sum(stage["shuffleReadBytes"] for stage in ask("stages"))
assert len(executors) == WORKERS, executors
assert all(executor["completedTasks"] > 0 for executor in executors), executors
assert shuffled > 0
print("note", f"{len(executors)} worker processes, {shuffled / 1e6:.1f} MB shuffled", sep="\t")
application = spark.sparkContext.applicationId
spark.stop()
# What the workers logged.
shutil.rmtree(Path(os.environ["SPARK_HOME"], "work", application), ignore_errors=True)
