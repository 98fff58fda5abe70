// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QString>

namespace reweigh {

/// A view's option, kept in QSettings from one start of the program to the next: `ViewOption<double>
/// smoothing("accuracy/smoothing", 0.6)`.
template <typename T> class ViewOption {
public:
    ViewOption(const QString& key, T fallback)
        : m_key(QStringLiteral("view/") + key)
        , m_value(QSettings().value(m_key, QVariant::fromValue(fallback)).template value<T>())
    {
    }

    const T& get() const { return m_value; }
    void set(const T& value)
    {
        if (value == m_value)
            return;
        m_value = value;
        QSettings().setValue(m_key, QVariant::fromValue(value));
    }

private:
    QString m_key;
    T m_value;
};

} // namespace reweigh
