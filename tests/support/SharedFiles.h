// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>
#include <QProcess>
#include <QString>

namespace reweigh::test {

/// A Python that has `modules`, or an empty string. REWEIGH_PYTHON names it, else python3 is asked.
inline QString pythonWith(const QString& modules)
{
    const QString given = qEnvironmentVariable("REWEIGH_PYTHON", QStringLiteral("python3"));
    QProcess python;
    python.start(given, {"-c", "import " + modules});
    return python.waitForFinished(120000) && python.exitCode() == 0 && python.exitStatus() == QProcess::NormalExit ? given : QString();
}

/// Runs a script and gives its standard output; fails the test with its error text.
inline QString runPython(const QString& python, const QString& script, const QStringList& arguments)
{
    QProcess process;
    process.start(python, QStringList{"-c", script} + arguments);
    if (!process.waitForFinished(240000) || process.exitCode() != 0)
        qWarning("%s", process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

} // namespace reweigh::test
