// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

namespace reweigh {

/// Which training images the Set up view looks at: those that carry a label, or one cell of the transition matrix. Shared by
/// the panels that choose and the one that shows.
class SampleChoice : public QObject {
    Q_OBJECT
public:
    explicit SampleChoice(QObject* parent = nullptr)
        : QObject(parent)
    {
    }

    /// None: the rarest class.
    std::optional<int> given() const { return m_given; }
    /// Set for a cell of the matrix.
    std::optional<int> truly() const { return m_truly; }

    void set(std::optional<int> given, std::optional<int> truly = std::nullopt)
    {
        if (given == m_given && truly == m_truly)
            return;
        m_given = given;
        m_truly = truly;
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();

private:
    std::optional<int> m_given, m_truly;
};

} // namespace reweigh
