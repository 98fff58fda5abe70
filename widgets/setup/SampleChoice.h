// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

namespace reweigh {

/// Which training images the Set up layout shows: those with one observed label, or those of one cell of the transition matrix.
/// Shared by the panels in which the user chooses and the panel that shows the images.
class SampleChoice : public QObject {
    Q_OBJECT
public:
    explicit SampleChoice(QObject* parent = nullptr)
        : QObject(parent)
    {
    }

    /// The observed label; none: that of the rarest class.
    std::optional<int> given() const { return m_given; }
    /// The true class; set only for a cell of the matrix.
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
