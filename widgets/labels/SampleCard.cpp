// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/labels/SampleCard.h"

#include "widgets/desktop/ShowInFolder.h"
#include "widgets/panel/ElidedLabel.h"
#include "widgets/theme/Theme.h"

#include <QBoxLayout>
#include <QImageReader>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace reweigh {
namespace {

constexpr int largestSide = 2000; // pixels that are decoded; no screen's panel shows more

/// Paints the picture of a card, enlarged or reduced to the room there is.
class CardPicture : public QWidget {
public:
    CardPicture(const QImage& picture, QWidget* parent)
        : QWidget(parent)
        , m_picture(picture)
    {
        setObjectName(QStringLiteral("cardPicture"));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (m_picture.isNull())
            return painter.fillRect(rect(), Theme::instance().colour(Role::Grid));
        const QSize fitted = m_picture.size().scaled(size(), Qt::KeepAspectRatio);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, m_picture.width() > fitted.width()); // small images keep sharp pixels
        painter.drawImage(QRect(QPoint((width() - fitted.width()) / 2, (height() - fitted.height()) / 2), fitted), m_picture);
    }

private:
    const QImage& m_picture;
};

} // namespace

SampleCard::SampleCard(QWidget* parent)
    : QWidget(parent)
    , m_view(new CardPicture(m_picture, this))
    , m_side(new QWidget(this))
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_name(new ElidedLabel(m_side))
    , m_lines(new QLabel(m_side))
    , m_undo(new QToolButton(m_side))
    , m_folder(new QToolButton(m_side))
    , m_reading([this](Read read) {
        if (read.file != m_facts.file || read.image.isNull())
            return;
        m_picture = std::move(read.image);
        m_view->update();
    })
{
    setObjectName(QStringLiteral("sampleCard"));
    setAccessibleName(tr("Large view of an image"));
    setFocusPolicy(Qt::StrongFocus);
    m_name->setObjectName(QStringLiteral("cardName"));
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long path takes no room from the picture
    m_lines->setObjectName(QStringLiteral("cardLines"));
    m_lines->setWordWrap(true);
    m_lines->setTextFormat(Qt::PlainText); // names of classes come from folders
    m_lines->setAlignment(Qt::AlignTop);
    auto* column = new QVBoxLayout(m_side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid(0.5));
    column->addWidget(m_name);
    column->addWidget(m_lines, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::instance().grid(0.5));
    const std::array words = {tr("Right (R)"), tr("Wrong (W)"), tr("Unsure (U)")};
    const std::array names = {"cardRight", "cardWrong", "cardUnsure"};
    for (std::size_t i = 0; i < m_verdicts.size(); ++i) {
        auto* button = new QToolButton(m_side);
        button->setObjectName(QLatin1String(names[i]));
        button->setText(words[i]);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::NoFocus); // the keys stay with the card
        connect(button, &QToolButton::clicked, this, [this, i] {
            m_verdicts[i]->setChecked(m_facts.mark == LabelVerdict(i)); // until it is judged
            Q_EMIT judged(LabelVerdict(i));
        });
        buttons->addWidget(button);
        m_verdicts[i] = button;
    }
    buttons->addStretch();
    column->addLayout(buttons);
    auto* others = new QHBoxLayout;
    others->setSpacing(Theme::instance().grid(0.5));
    m_undo->setObjectName(QStringLiteral("cardUndo"));
    m_undo->setText(tr("Undo mark"));
    m_undo->setToolTip(tr("Take the last mark back (Backspace)"));
    m_folder->setObjectName(QStringLiteral("cardFolder"));
    m_folder->setText(tr("Show in folder"));
    m_folder->setToolTip(tr("Show the image in the file manager"));
    for (QToolButton* button : {m_undo, m_folder}) {
        button->setFocusPolicy(Qt::NoFocus);
        others->addWidget(button);
    }
    others->addStretch();
    column->addLayout(others);
    connect(m_undo, &QToolButton::clicked, this, &SampleCard::undoWanted);
    connect(m_folder, &QToolButton::clicked, this, [this] { showInFolder(m_facts.file); });

    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(Theme::instance().grid());
    m_row->setSizeConstraint(QLayout::SetNoConstraint);
    m_row->addWidget(m_view, 1);
    m_row->addWidget(m_side);
    connect(&Theme::instance(), &Theme::changed, this, &SampleCard::retheme);
    retheme();
    setCanUndo(false);
}

void SampleCard::retheme()
{
    m_name->setFont(Theme::instance().titleFont());
    m_lines->setFont(Theme::instance().bodyFont());
    update();
}

QSize SampleCard::minimumSizeHint() const
{
    return {Theme::instance().grid(16), Theme::instance().grid(10)};
}

void SampleCard::setFacts(const SampleFacts& facts)
{
    const bool same = !facts.file.empty() && facts.file == m_facts.file && facts.image == m_facts.image;
    m_facts = facts;
    m_name->say(facts.name);
    m_lines->setText(facts.lines.join(QLatin1Char('\n')));
    for (std::size_t i = 0; i < m_verdicts.size(); ++i)
        m_verdicts[i]->setChecked(facts.mark == LabelVerdict(i));
    m_folder->setVisible(!facts.file.empty());
    setAccessibleDescription(facts.name + QStringLiteral(". ") + facts.lines.join(QStringLiteral(". ")));
    if (same)
        return;
    m_picture = facts.image;
    m_view->update();
    if (facts.file.empty())
        return m_reading.cancel();
    m_reading.request([file = facts.file] {
        QImageReader reader(QString::fromStdString(file.string()));
        reader.setDecideFormatFromContent(true);
        reader.setAutoTransform(true); // a photograph is judged upright, whether or not the recipe reads it so
        const QSize size = reader.size();
        if (std::max(size.width(), size.height()) > largestSide)
            reader.setScaledSize(size.scaled(largestSide, largestSide, Qt::KeepAspectRatio));
        return Read{file, reader.read()};
    });
}

void SampleCard::setCanUndo(bool can)
{
    m_undo->setEnabled(can);
}

std::optional<LabelVerdict> SampleCard::verdictOf(const QKeyEvent& key)
{
    if (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return std::nullopt;
    switch (key.key()) {
    case Qt::Key_R: return LabelVerdict::Right;
    case Qt::Key_W: return LabelVerdict::Wrong;
    case Qt::Key_U: return LabelVerdict::Unsure;
    default: return std::nullopt;
    }
}

void SampleCard::keyPressEvent(QKeyEvent* event)
{
    if (const std::optional<LabelVerdict> verdict = verdictOf(*event))
        return Q_EMIT judged(*verdict);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up: return Q_EMIT stepWanted(-1);
    case Qt::Key_Right:
    case Qt::Key_Down: return Q_EMIT stepWanted(1);
    case Qt::Key_Backspace: return Q_EMIT undoWanted();
    case Qt::Key_Escape:
    case Qt::Key_Return:
    case Qt::Key_Enter: return Q_EMIT closeWanted();
    default: QWidget::keyPressEvent(event);
    }
}

/// What is said of the image stands beside it, or below it where that leaves more room for it.
void SampleCard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const QSize side = m_side->sizeHint();
    const int beside = std::min(width() - side.width(), height()), below = std::min(width(), height() - side.height());
    m_row->setDirection(below > beside ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

bool SampleCard::event(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        retheme();
    return QWidget::event(event);
}

} // namespace reweigh
