// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/RunLog.h"

#include <QCoreApplication>

namespace reweigh {

QString LogEntry::named() const
{
    return study.isEmpty() || text.contains(study)
               ? text
               : QCoreApplication::translate("RunLog", "%1: %2", "a study, and what happened").arg(study, text);
}

void RunLog::add(LogEntry entry)
{
    if (entry.severity == Severity::Info && !entry.topic.empty())
        settle(entry.topic, entry.about);
    if (!m_entries.empty() && m_entries.back().text == entry.text && m_entries.back().severity == entry.severity
        && m_entries.back().study == entry.study) {
        entry.times = m_entries.back().times + 1;
        m_entries.back() = std::move(entry); // it leads to what it is about now: a study may have been closed and opened again
        Q_EMIT counted(int(m_entries.size()) - 1);
        return;
    }
    m_entries.push_back(std::move(entry));
    Q_EMIT added(int(m_entries.size()) - 1);
}

void RunLog::settle(const std::string& topic, const QObject* about)
{
    bool any = false;
    for (LogEntry& entry : m_entries)
        if (entry.severity != Severity::Info && entry.topic == topic && entry.about == about && !entry.settled)
            any = entry.settled = true;
    if (any)
        Q_EMIT settled();
}

} // namespace reweigh
