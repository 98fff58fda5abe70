// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>

#include "core/base/Json.h"

namespace reweigh::test {

struct ProgramOutcome {
    int code = -1; ///< exit code; -1: the program did not end in time, or a signal ended it
    QByteArray out, err;

    /// The standard output as JSON; a discarded value where it is none.
    nlohmann::json json() const { return nlohmann::json::parse(out.toStdString(), nullptr, false); }
};

/// The path of the built program.
inline QString programPath()
{
    return QStringLiteral(REWEIGH_BINARY_DIR "/bin/reweigh");
}

/// Runs the built program and waits at most `timeoutMs` milliseconds for its end.
inline ProgramOutcome runProgram(const QStringList& arguments, int timeoutMs = 240000)
{
    QProcess process;
    process.start(programPath(), arguments);
    ProgramOutcome outcome;
    if (process.waitForFinished(timeoutMs) && process.exitStatus() == QProcess::NormalExit)
        outcome.code = process.exitCode();
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

inline QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Flags that name a folder of the user's own images, of which few are held out.
inline QStringList ownFolder(const QString& folder)
{
    return {"--dataset", "folder", "--data-dir", folder, "--image-size", "8", "--meta-per-class", "4", "--val-per-class", "4"};
}

/// Flags of a training on it that takes a second.
inline QStringList ownTraining(const QString& folder, int epochs)
{
    const QString number = QString::number(epochs);
    return ownFolder(folder) + QStringList{"--model",           "mlp", "--epochs",  number, "--batch-size", "16",
                                           "--meta-batch-size", "12",  "--threads", "1",    "--device",     "cpu"};
}

/// Flags of a training that takes seconds: small network, synthetic images, one thread. `meta`: whether it takes meta steps.
inline QStringList tinyTraining(int epochs = 3, bool meta = true)
{
    const QStringList settings = {"--dataset",
                                  "synthetic",
                                  "--model",
                                  "mlp",
                                  "--epochs",
                                  QString::number(epochs),
                                  "--batch-size",
                                  "64",
                                  "--lr",
                                  "0.05",
                                  "--imbalance-factor",
                                  "5",
                                  "--noise-rate",
                                  "0.2",
                                  "--val-per-class",
                                  "20",
                                  "--meta-per-class",
                                  "5",
                                  "--threads",
                                  "1",
                                  "--device",
                                  "cpu"};
    return meta ? settings + QStringList{"--meta-batch-size", "50"} : settings;
}

} // namespace reweigh::test
