// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProgressBar>

namespace reweigh {

/// A progress bar in the program's style: a rounded track that is filled as far as work is done, with the text over it if there is one.
class DoneBar : public QProgressBar {
    Q_OBJECT
public:
    explicit DoneBar(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace reweigh
