// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>

#include <functional>

class QPushButton;

namespace reweigh {

class ElidedLabel;

/// A bar below the tool bar that says in one line what has come to an end, with a button that leads on and one that closes the bar. It
/// blocks nothing; a newer notice takes the place of an older one.
class NoticeBar : public QToolBar {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// Returns the number of this notice, for withdraw().
    int say(const QString& text, const QString& button, std::function<void()> lead);
    /// Shows or hides the bar; needed after a layout was restored, because its state includes tool bars.
    void follow();
    /// Takes the notice of this number away; a newer one stays.
    void withdraw(int notice);

private:
    ElidedLabel* m_text;
    QPushButton* m_lead;
    std::function<void()> m_leads; ///< empty: there is no notice
    int m_said = 0;                ///< notices so far
};

} // namespace reweigh
