// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;

namespace reweigh {

/// The page of the first start, shown instead of empty docks. It offers three ways to begin.
class StartPage : public QWidget {
    Q_OBJECT
public:
    StartPage(QAction* demo, QAction* newStudy, QAction* open, QWidget* parent = nullptr);

private:
    void retheme();

    QLabel* m_name;
    QLabel* m_purpose;
};

} // namespace reweigh
