// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

class QLabel;
class QLineEdit;
class QListWidget;

namespace reweigh {

/// Shows the pages of resources/help, without network. Links within them, backward and forward work.
class HelpBrowser : public QTextBrowser {
    Q_OBJECT
public:
    using QTextBrowser::QTextBrowser;

protected:
    QVariant loadResource(int type, const QUrl& name) override;
};

/// The window of the help: a list of all sections, which a line of words narrows, and the page. It belongs to the main window and
/// blocks nothing.
/// Thread: GUI.
class HelpWindow : public QWidget {
    Q_OBJECT
public:
    /// The help of the main window in which `widget` lies; it is made when it is first asked for.
    static HelpWindow& of(QWidget& widget);

    /// Shows a section, whose title is marked, and at which the page begins to be read if it is long; the table of contents if there is no such section.
    void openTopic(const QString& anchor);
    /// Shows one of helpPages() from its beginning.
    void openPage(const QString& page);
    /// The address that is shown: "qrc:/help/en/glossary.html#auroc".
    QUrl source() const { return m_page->source(); }

private:
    explicit HelpWindow(QWidget* window);
    void open(const QString& page, const QString& anchor);
    void narrow(const QString& words);
    void markSection();
    void retheme();

    QLineEdit* m_words;
    QListWidget* m_topics;
    QLabel* m_none; ///< said in the place of an empty list
    HelpBrowser* m_page;
};

} // namespace reweigh
