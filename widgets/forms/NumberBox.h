// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSpinBox>

#include <functional>
#include <optional>

namespace reweigh {

/// A spin box that accepts any text. The setting checks the range and its error message appears below the box, so that a wrong text
/// stays visible. Numbers are read in the user's locale or the C locale, in full-width digits too; only whole ones may have their digits
/// grouped.
class NumberBox : public QAbstractSpinBox {
    Q_OBJECT
public:
    /// `whole`: only integers count as a value.
    explicit NumberBox(bool whole, QWidget* parent = nullptr);

    void setValue(double value);
    /// The number in the box; none if the text is not a number (or not an integer where `whole` is set).
    std::optional<double> value() const;

    /// Returns the value `steps` steps away from `value`; none if there is none.
    using Stepper = std::function<std::optional<double>(double value, int steps)>;
    void setStepper(Stepper stepper) { m_stepper = std::move(stepper); }

    void stepBy(int steps) override;
    QValidator::State validate(QString& text, int& position) const override;
    void fixup(QString&) const override { }
    QLineEdit* edit() const { return lineEdit(); }

    /// The shortest text of `value`, without group separators, so that it is easy to edit.
    static QString textOf(double value);

Q_SIGNALS:
    /// The user changed the value by an arrow button, a key or the mouse wheel.
    void stepped(double value);

protected:
    StepEnabled stepEnabled() const override;

private:
    bool m_whole;
    Stepper m_stepper;
};

} // namespace reweigh
