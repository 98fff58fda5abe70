// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>
#include <QProcess>
#include <QString>

namespace reweigh::test {

/// The command of a Python that can import `modules` (names separated by commas), or an empty string. The environment variable
/// REWEIGH_PYTHON names the command to try; without it that is python3.
inline QString pythonWith(const QString& modules)
{
    const QString given = qEnvironmentVariable("REWEIGH_PYTHON", QStringLiteral("python3"));
    QProcess python;
    python.start(given, {"-c", "import " + modules});
    return python.waitForFinished(120000) && python.exitCode() == 0 && python.exitStatus() == QProcess::NormalExit ? given : QString();
}

/// Runs a script and returns its standard output without surrounding blanks. If it fails, prints its error text as a warning.
inline QString runPython(const QString& python, const QString& script, const QStringList& arguments)
{
    QProcess process;
    process.start(python, QStringList{"-c", script} + arguments);
    if (!process.waitForFinished(240000) || process.exitCode() != 0)
        qWarning("%s", process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

} // namespace reweigh::test
