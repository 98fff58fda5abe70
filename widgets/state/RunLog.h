// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>
#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace reweigh {

enum class Severity { Info, Warning, Problem };

/// A line of the log, and the trial or setting that it leads to.
struct LogEntry {
    QDateTime time = QDateTime::currentDateTime();
    Severity severity = Severity::Info;
    QString text;
    std::optional<std::int64_t> trial; ///< trial to show when the line is activated
    std::string field;                 ///< key of the setting to show when the line is activated
    int times = 1;                     ///< how many times in a row it was added
    QString study = {};                ///< title of the study or plan that it is about; empty: of none
    QPointer<QObject> about = {};      ///< that OpenStudy or OpenPlan; null once it is closed
    /// What was asked for, such as "export": a note that it was done settles the problems that it had before. Empty: nothing was.
    std::string topic = {};
    bool settled = false; ///< a problem that is none any more, for what was asked for was done since

    /// The text, with the title of the study or plan before it unless it is in the text.
    QString named() const;
};

/// Adds a line to the log, about the study or plan that gave it.
using LogTeller = std::function<void(LogEntry)>;

/// The window's messages, which appear in this log instead of in modal dialogs. Thread: GUI.
class RunLog : public QObject {
    Q_OBJECT
public:
    explicit RunLog(QObject* parent = nullptr)
        : QObject(parent)
    {
    }

    const std::vector<LogEntry>& entries() const { return m_entries; }

    /// Adds a line; what is about a study or plan goes through its tell(). If it has the text, severity and study of the last one, it takes
    /// that line's place and counts it.
    void add(LogEntry entry);
    void info(const QString& text) { add({.text = text}); }
    void problem(const QString& text, const std::string& topic = {}) { add({.severity = Severity::Problem, .text = text, .topic = topic}); }
    /// Settles the problems of this topic and of this study or plan; null: of none.
    void settle(const std::string& topic, const QObject* about = nullptr);

Q_SIGNALS:
    void added(int row);
    void counted(int row);
    void settled();

private:
    std::vector<LogEntry> m_entries;
};

} // namespace reweigh
