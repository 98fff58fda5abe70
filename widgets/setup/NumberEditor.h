// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/setup/FieldEditor.h"
#include "widgets/setup/SliderScale.h"

namespace reweigh {

class NumberBox;
class Slider;

/// A number in a free box; settings with a usual range have a slider joined to it.
class NumberEditor : public FieldEditor {
    Q_OBJECT
public:
    NumberEditor(const ConfigField& field, QWidget* parent);

    void display(const nlohmann::json& value) override;
    QWidget* input() const override;
    QWidget* slider() const override;

private:
    void join();
    std::optional<double> stepped(double value, int steps) const;
    nlohmann::json toJson(double value) const;

    NumberBox* m_box;
    Slider* m_slider = nullptr;
    std::optional<SliderScale> m_scale;
    int m_drag = 0; ///< gesture of the drag under way, else 0
};

} // namespace reweigh
