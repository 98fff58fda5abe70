// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reweigh {

enum class Severity { Info, Warning, Problem };

/// A line of the log, and where to jump from it.
struct LogEntry {
    QDateTime time = QDateTime::currentDateTime();
    Severity severity = Severity::Info;
    QString text;
    std::optional<std::int64_t> trial; ///< jump: this trial
    std::string field;                 ///< jump: this setting's key
    int times = 1;                     ///< how often it was said in a row
};

/// Everything that a modal box would have said elsewhere. Thread: GUI.
class RunLog : public QObject {
    Q_OBJECT
public:
    explicit RunLog(QObject* parent = nullptr)
        : QObject(parent)
    {
    }

    const std::vector<LogEntry>& entries() const { return m_entries; }

    /// A line said again at once is counted, not repeated.
    void add(LogEntry entry);
    void info(const QString& text) { add({.text = text}); }
    void problem(const QString& text) { add({.severity = Severity::Problem, .text = text}); }

Q_SIGNALS:
    void added(int row);
    void counted(int row);

private:
    std::vector<LogEntry> m_entries;
};

} // namespace reweigh
