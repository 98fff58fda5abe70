// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QToolButton>

class QTextBrowser;
class QUrl;

namespace reweigh {

/// "?" beside a word: shows what a section of the help says of it, in a small window that the next click or Escape closes.
class HelpButton : public QToolButton {
    Q_OBJECT
public:
    /// `anchor` is one of helpTopics().
    explicit HelpButton(const QString& anchor, QWidget* parent = nullptr);

    QString anchor() const { return m_anchor; }
    /// Lets it explain another section from now on.
    void setAnchor(const QString& anchor);

private:
    void retheme();
    void explain();

    QString m_anchor;
};

/// The small window of a HelpButton. Links to other terms are followed in place; the last one opens the help's own window.
class HelpPopup : public QFrame {
    Q_OBJECT
public:
    explicit HelpPopup(QWidget& owner);

    /// Shows a section, with the upper left corner at `at` on the screen where there is room.
    void explain(const QString& anchor, const QPoint& at);
    QString anchor() const { return m_anchor; }

private:
    void follow(const QUrl& link);

    QWidget& m_owner;
    QTextBrowser* m_text;
    QString m_anchor;
    QPoint m_at; ///< where it wants its upper left corner, on the screen
};

} // namespace reweigh
