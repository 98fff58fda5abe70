// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSpinBox>

#include <functional>
#include <optional>

namespace reweigh {

/// A spin box that lets anything be typed: what a number may be is the setting's business, which explains itself beside the
/// box, and what was typed stays. Reads the locale's digits and the C locale's.
class NumberBox : public QAbstractSpinBox {
    Q_OBJECT
public:
    /// `whole`: integers only.
    explicit NumberBox(bool whole, QWidget* parent = nullptr);

    void setValue(double value);
    /// None: the text is no number (or no whole one).
    std::optional<double> value() const;

    /// The value `steps` steps away, where there is one.
    using Stepper = std::function<std::optional<double>(double value, int steps)>;
    void setStepper(Stepper stepper) { m_stepper = std::move(stepper); }

    void stepBy(int steps) override;
    QValidator::State validate(QString& text, int& position) const override;
    void fixup(QString&) const override {}
    QLineEdit* edit() const { return lineEdit(); }

    /// The shortest text of `value`, without group separators: it is meant to be edited.
    static QString textOf(double value);

Q_SIGNALS:
    /// By an arrow, a key or the wheel.
    void stepped(double value);

protected:
    StepEnabled stepEnabled() const override;

private:
    bool m_whole;
    Stepper m_stepper;
};

} // namespace reweigh
