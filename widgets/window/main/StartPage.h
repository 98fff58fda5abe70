// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;

namespace reweigh {

class RecentStudies;

/// The page that is shown while nothing is open, instead of empty docks. It offers three ways to begin, and the studies that were open last.
class StartPage : public QWidget {
    Q_OBJECT
public:
    StartPage(QAction* demo, QAction* newStudy, QAction* open, QWidget* parent = nullptr);

    RecentStudies& recent() { return *m_recent; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void retheme();

    QLabel* m_name;
    QLabel* m_purpose;
    RecentStudies* m_recent;
};

} // namespace reweigh
