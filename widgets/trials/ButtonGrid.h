// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;
class QPushButton;

namespace reweigh {

/// Buttons in one row, or in as many as the width asks for.
class ButtonGrid : public QWidget {
    Q_OBJECT
public:
    explicit ButtonGrid(QWidget* parent = nullptr);

    QPushButton* add(const QString& name, const QString& text, const QString& help);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    QGridLayout* m_grid;
    std::vector<QPushButton*> m_buttons;
    int m_columns = 0;
};

} // namespace reweigh
