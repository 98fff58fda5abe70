// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/NumberBox.h"

#include "widgets/text/TypedText.h"

#include <QLineEdit>
#include <QLocale>

#include <charconv>
#include <cmath>

namespace reweigh {

NumberBox::NumberBox(bool whole, QWidget* parent)
    : QAbstractSpinBox(parent)
    , m_whole(whole)
{
    setFocusPolicy(Qt::StrongFocus);
    setAlignment(Qt::AlignRight);
    setAccelerated(true);
}

QString NumberBox::textOf(double value)
{
    const double size = std::abs(value);
    char buffer[64];
    // No exponent for sizes that are readable without one.
    const auto end = size == 0.0 || (size >= 1e-5 && size < 1e15)
                         ? std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed).ptr
                         : std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return QString::fromLatin1(buffer, end - buffer).replace('.', QLocale().decimalPoint());
}

void NumberBox::setValue(double number)
{
    if (value() != number)
        lineEdit()->setText(textOf(number));
}

std::optional<double> NumberBox::value() const
{
    const QString typed = lineEdit()->text().trimmed();
    QLocale locale;
    if (!m_whole) // else "0.001" would be 1 where points group digits
        locale.setNumberOptions(QLocale::RejectGroupSeparator);
    bool ok = false;
    double number = locale.toDouble(typed, &ok);
    if (!ok)
        number = QLocale::c().toDouble(typed, &ok);
    if (const QString narrow = asciiForms(typed); !ok && narrow != typed) {
        number = locale.toDouble(narrow, &ok);
        if (!ok)
            number = QLocale::c().toDouble(narrow, &ok);
    }
    if (!ok || !std::isfinite(number) || (m_whole && (number != std::floor(number) || std::abs(number) > 9.1e15)))
        return std::nullopt;
    return number;
}

void NumberBox::stepBy(int steps)
{
    const std::optional<double> from = value();
    const std::optional<double> to = from && m_stepper ? m_stepper(*from, steps) : std::nullopt;
    if (!to)
        return;
    lineEdit()->setText(textOf(*to));
    Q_EMIT stepped(*to);
}

QValidator::State NumberBox::validate(QString&, int&) const
{
    return QValidator::Acceptable;
}

QAbstractSpinBox::StepEnabled NumberBox::stepEnabled() const
{
    const std::optional<double> from = value();
    StepEnabled enabled = StepNone;
    if (!from || !m_stepper || isReadOnly())
        return enabled;
    enabled.setFlag(StepUpEnabled, m_stepper(*from, 1).has_value());
    enabled.setFlag(StepDownEnabled, m_stepper(*from, -1).has_value());
    return enabled;
}

} // namespace reweigh
