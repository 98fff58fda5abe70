// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/help/HelpWindow.h"

#include "widgets/help/HelpStyle.h"
#include "widgets/help/ShortcutTable.h"
#include "widgets/text/HelpText.h"
#include "widgets/theme/Theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QShortcut>
#include <QSplitter>
#include <QTextBlock>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace reweigh {
namespace {

QWidget& outermost(QWidget& widget)
{
    QWidget* window = &widget;
    while (window->parentWidget())
        window = window->parentWidget();
    return *window;
}

QToolButton* arrow(Qt::ArrowType type, const QString& name, const QString& title, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setArrowType(type);
    button->setAutoRaise(true);
    button->setToolTip(title);
    button->setAccessibleName(title);
    return button;
}

/// Whether the block is the title of the section `anchor`.
bool hasAnchor(const QTextBlock& block, const QString& anchor)
{
    if (block.charFormat().anchorNames().contains(anchor))
        return true;
    for (auto part = block.begin(); !part.atEnd(); ++part)
        if (part.fragment().charFormat().anchorNames().contains(anchor))
            return true;
    return false;
}

} // namespace

QVariant HelpBrowser::loadResource(int type, const QUrl& name)
{
    if (type != QTextDocument::HtmlResource || name.scheme() != QLatin1String("qrc"))
        return {}; // nothing is read from elsewhere
    const QString page = name.fileName().section(QLatin1Char('.'), 0, 0);
    QString html = helpPage(page);
    return html.replace(QLatin1String("<!-- shortcuts -->"), shortcutTable(outermost(*this)));
}

HelpWindow& HelpWindow::of(QWidget& widget)
{
    QWidget& window = outermost(widget);
    auto* help = window.findChild<HelpWindow*>(QString(), Qt::FindDirectChildrenOnly);
    return help ? *help : *new HelpWindow(&window);
}

HelpWindow::HelpWindow(QWidget* window)
    : QWidget(window, Qt::Window)
    , m_words(new QLineEdit(this))
    , m_topics(new QListWidget(this))
    , m_none(new QLabel(tr("Nothing in the help has all of these words."), this))
    , m_page(new HelpBrowser(this))
{
    setObjectName(QStringLiteral("helpWindow"));
    setWindowTitle(tr("Help — Reweigh"));
    m_words->setObjectName(QStringLiteral("helpWords"));
    m_words->setPlaceholderText(tr("Find in the help"));
    m_words->setAccessibleName(m_words->placeholderText());
    m_words->setClearButtonEnabled(true);
    m_topics->setObjectName(QStringLiteral("helpTopics"));
    m_topics->setAccessibleName(tr("Sections of the help"));
    m_none->setObjectName(QStringLiteral("helpNone"));
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_none->hide();
    m_topics->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_page->setObjectName(QStringLiteral("helpPage"));
    m_page->setAccessibleName(tr("Page of the help"));
    for (const QString& page : helpPages()) {
        auto* item = new QListWidgetItem(helpPageTitle(page), m_topics);
        QFont heading = item->font();
        heading.setWeight(QFont::DemiBold);
        item->setFont(heading);
        item->setData(Qt::UserRole, page);
        item->setData(Qt::UserRole + 2, item->text());
        for (const HelpTopic& topic : helpTopics())
            if (topic.page == page) {
                auto* below = new QListWidgetItem(QStringLiteral("   ") + topic.title, m_topics);
                below->setData(Qt::UserRole, page);
                below->setData(Qt::UserRole + 1, topic.anchor);
                below->setData(Qt::UserRole + 2, QString(topic.title + QLatin1Char('\n') + plainHelp(topic.html)));
            }
    }

    const Theme& theme = Theme::instance();
    auto* back = arrow(Qt::LeftArrow, QStringLiteral("helpBack"), tr("Back"), this);
    auto* forward = arrow(Qt::RightArrow, QStringLiteral("helpForward"), tr("Forward"), this);
    back->setEnabled(false);
    forward->setEnabled(false);
    connect(back, &QToolButton::clicked, m_page, &QTextBrowser::backward);
    connect(forward, &QToolButton::clicked, m_page, &QTextBrowser::forward);
    connect(m_page, &QTextBrowser::backwardAvailable, back, &QWidget::setEnabled);
    connect(m_page, &QTextBrowser::forwardAvailable, forward, &QWidget::setEnabled);
    connect(m_page, &QTextBrowser::sourceChanged, this, &HelpWindow::markSection);
    connect(m_words, &QLineEdit::textChanged, this, &HelpWindow::narrow);
    const auto openItem = [this](const QListWidgetItem* item) {
        if (item)
            open(item->data(Qt::UserRole).toString(), item->data(Qt::UserRole + 1).toString());
    };
    connect(m_topics, &QListWidget::itemClicked, this, openItem);
    connect(m_topics, &QListWidget::itemActivated, this, openItem);
    connect(m_words, &QLineEdit::returnPressed, this, [this, openItem] {
        for (int row = 0; row < m_topics->count(); ++row)
            if (!m_topics->item(row)->isHidden())
                return openItem(m_topics->item(row));
    });
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this, &QWidget::close);
    connect(&Theme::instance(), &Theme::changed, this, &HelpWindow::retheme);

    auto* top = new QHBoxLayout;
    top->addWidget(back);
    top->addWidget(forward);
    top->addWidget(m_words, 1);
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(top);
    column->addWidget(m_topics, 1);
    column->addWidget(m_none, 1);
    auto* parts = new QSplitter(this);
    parts->addWidget(left);
    parts->addWidget(m_page);
    parts->setStretchFactor(1, 1);
    parts->setSizes({theme.grid(36), theme.grid(84)});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.grid(), theme.grid(), theme.grid(), theme.grid());
    row->addWidget(parts);
    resize(QSize(theme.grid(122), theme.grid(80)).boundedTo(screen()->availableGeometry().size()));
    styleHelp(*m_page);
}

void HelpWindow::openTopic(const QString& anchor)
{
    const HelpTopic* topic = helpTopic(anchor);
    open(topic ? topic->page : helpPages().front(), topic ? anchor : QString());
}

void HelpWindow::openPage(const QString& page)
{
    open(helpPages().contains(page) ? page : helpPages().front(), {});
}

void HelpWindow::open(const QString& page, const QString& anchor)
{
    show(); // first, as a page can be scrolled only once it has its size
    raise();
    activateWindow();
    QUrl url(QStringLiteral("qrc:/help/%1/%2.html").arg(helpLanguage(), page));
    if (!anchor.isEmpty())
        url.setFragment(anchor);
    m_page->setSource(url);
    markSection();
}

/// A short page has nothing to scroll, and the last sections of a long one begin below its top.
void HelpWindow::markSection()
{
    const QString anchor = m_page->source().fragment();
    QList<QTextEdit::ExtraSelection> marks;
    if (!anchor.isEmpty())
        for (QTextBlock block = m_page->document()->begin(); block.isValid(); block = block.next())
            if (hasAnchor(block, anchor)) {
                QTextEdit::ExtraSelection mark;
                mark.cursor = QTextCursor(block);
                mark.format.setBackground(Theme::instance().tint(Role::Selection, 0.25));
                mark.format.setProperty(QTextFormat::FullWidthSelection, true);
                marks << mark;
                break;
            }
    m_page->setExtraSelections(marks);
}

void HelpWindow::narrow(const QString& words)
{
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    bool any = false;
    for (int row = 0; row < m_topics->count(); ++row) {
        QListWidgetItem* item = m_topics->item(row);
        const QString text = item->data(Qt::UserRole + 2).toString();
        bool fits = true;
        for (const QString& word : wanted)
            fits = fits && text.contains(word, Qt::CaseInsensitive);
        item->setHidden(!fits);
        any = any || fits;
    }
    m_topics->setVisible(any);
    m_none->setVisible(!any);
}

void HelpWindow::retheme()
{
    styleHelp(*m_page);
    m_page->reload();
    markSection();
}

} // namespace reweigh
