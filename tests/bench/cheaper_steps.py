# SPDX-License-Identifier: GPL-3.0-or-later
"""Accuracy of the cheaper Meta-Weight-Net steps beside the exact one, as a Markdown table.

    python3 tests/bench/cheaper_steps.py --reweigh build/bin/reweigh --out FOLDER [--seeds 5] [--epochs 10] [-- FLAGS]

Every variant is trained with the demo preset (small CNN, Fashion-MNIST, uniform noise 0.4, imbalance factor 50) on the
same seeds of data and training. Accuracy is on the clean balanced test set, the mean of each run's last epochs, so
that no epoch is picked. Mean +- half of the 95 % interval (Student's t over seeds); the last column is the paired
difference to the exact step. Finished runs in FOLDER are not repeated; flags after -- go to every run.
"""
import argparse
import json
import math
import os
import statistics
import subprocess
import sys

VARIANTS = [
    ("plain cross entropy", ["--weighting", "none"]),
    ("exact", []),
    ("lagged weights", ["--lagged-weights"]),
    ("meta step every 2", ["--meta-interval", "2"]),
    ("meta step every 5", ["--meta-interval", "5"]),
    ("meta step every 10", ["--meta-interval", "10"]),
    ("virtual step of the last block", ["--virtual-step", "last-block"]),
    ("virtual step of the head", ["--virtual-step", "head"]),
    ("head, every 5", ["--virtual-step", "head", "--meta-interval", "5"]),
]
LAST_EPOCHS = 3
T_975 = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262]  # by degrees of freedom, from 1


def train(options, flags, seed):
    """The run's result, from its file if it is there."""
    name = "-".join(flag.strip("-") for flag in flags) or "exact"
    folder = os.path.join(options.out, f"{name}-{seed}")
    answer = folder + ".json"
    if not os.path.exists(answer):
        command = [options.reweigh, "train", "--preset", "demo", "--model", "small-cnn", "--epochs", str(options.epochs), "--seed", str(seed),
                   "--train-seed", str(seed), "--out", folder, "--resume", "--quiet", "--json"] + flags + options.flags
        text = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        json.loads(text)
        with open(answer + ".part", "w") as file:
            file.write(text)
        os.replace(answer + ".part", answer)
    with open(answer) as file:
        return json.load(file)


def last_accuracy(run):
    return 100 * statistics.fmean(epoch["test"]["accuracy"] for epoch in run["epochs"][-LAST_EPOCHS:])


def interval(values, sign=""):
    half = T_975[len(values) - 2] * statistics.stdev(values) / math.sqrt(len(values))
    return f"{statistics.fmean(values):{sign}.1f} ± {half:.1f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reweigh", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--seeds", type=int, default=5, choices=range(2, len(T_975) + 2))
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("flags", nargs="*")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    accuracy = {name: [] for name, _ in VARIANTS}
    detection = {name: [] for name, _ in VARIANTS}
    for seed in range(options.seeds):
        for name, flags in VARIANTS:
            run = train(options, flags, seed)
            accuracy[name].append(last_accuracy(run))
            detection[name].append(run["epochs"][-1]["detection"]["auroc"])
            print(f"seed {seed}, {name}: {accuracy[name][-1]:.1f} %", file=sys.stderr, flush=True)
    print("| step | test accuracy, % | beside exact | noise AUROC |\n| --- | ---: | ---: | ---: |")
    for name, _ in VARIANTS:
        beside = "" if name == "exact" else interval([a - b for a, b in zip(accuracy[name], accuracy["exact"])], "+")
        auroc = "" if None in detection[name] else f"{statistics.fmean(detection[name]):.2f}"
        print(f"| {name} | {interval(accuracy[name])} | {beside} | {auroc} |")


if __name__ == "__main__":
    main()
