// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <cstdint>
#include <optional>
#include <set>

namespace reweigh {

/// One selection everywhere: a trial chosen in a list, a point, a line or a cell is chosen in all views of the study. And
/// one filter: trials outside it are faint in every plot and hidden in every table.
class Selection : public QObject {
    Q_OBJECT
public:
    using Trials = std::set<std::int64_t>;

    explicit Selection(QObject* parent = nullptr)
        : QObject(parent)
    {
    }

    std::optional<std::int64_t> current() const { return m_current; }
    const Trials& trials() const { return m_trials; } ///< holds current() if there is one

    void setCurrent(std::optional<std::int64_t> trial) { set(trial ? Trials{*trial} : Trials{}, trial); }
    void set(Trials trials, std::optional<std::int64_t> current)
    {
        if (current)
            trials.insert(*current);
        if (trials == m_trials && current == m_current)
            return;
        m_trials = std::move(trials);
        m_current = current;
        Q_EMIT changed();
    }

    /// Trials a brush or a cell leaves; none: all.
    const std::optional<Trials>& filter() const { return m_filter; }
    bool passes(std::int64_t trial) const { return !m_filter || m_filter->contains(trial); }
    void setFilter(std::optional<Trials> filter)
    {
        if (filter == m_filter)
            return;
        m_filter = std::move(filter);
        Q_EMIT filterChanged();
    }

Q_SIGNALS:
    void changed();
    void filterChanged();

private:
    std::optional<std::int64_t> m_current;
    Trials m_trials;
    std::optional<Trials> m_filter;
};

} // namespace reweigh
