// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/dialogs/FigureDialog.h"

#include "widgets/theme/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <optional>

namespace reweigh {
namespace {

constexpr int restMs = 150; ///< so long no field changes before a preview is drawn
constexpr const char* setupKey = "figures/setup";
constexpr const char* tableFormat = "csv"; ///< of one view: its numbers instead of its figure

/// A length that may be typed beyond its range: it becomes the end of the range then, which is said. Qt leaves out the digits that would go
/// beyond, so that 99 is read as 9.
class LengthBox : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;

    QValidator::State validate(QString& text, int& place) const override
    {
        const QValidator::State state = QDoubleSpinBox::validate(text, place);
        return state == QValidator::Invalid && beyond(text) ? QValidator::Intermediate : state;
    }
    void fixup(QString& text) const override
    {
        const std::optional<double> typed = beyond(text);
        if (!typed)
            return QDoubleSpinBox::fixup(text);
        const bool above = *typed > maximum();
        text = textFromValue(above ? maximum() : minimum()) + suffix();
        QToolTip::showText(mapToGlobal(rect().bottomLeft()),
                           (above ? FigureDialog::tr("At most %1.") : FigureDialog::tr("At least %1.")).arg(text));
    }

private:
    /// The number that is typed, if it is none of the range.
    std::optional<double> beyond(const QString& text) const
    {
        QString number = text.trimmed();
        if (number.endsWith(suffix().trimmed()))
            number.chop(suffix().trimmed().size());
        bool ok = false;
        const double typed = locale().toDouble(number.trimmed(), &ok);
        return ok && (typed > maximum() || typed < minimum()) ? std::optional(typed) : std::nullopt;
    }
};

QDoubleSpinBox* lengthBox(const QString& name, double least, double most, const QString& unit, QWidget* parent)
{
    auto* box = new LengthBox(parent);
    box->setObjectName(name);
    box->setRange(least, most);
    box->setDecimals(2);
    box->setSingleStep(0.1);
    box->setSuffix(unit);
    return box;
}

} // namespace

FigureDialog::FigureDialog(const QString& title, const QString& name, const QString& folder, QWidget* parent)
    : QDialog(parent)
    , m_name(name)
    , m_folder(folder)
    , m_width(new QComboBox(this))
    , m_inches(lengthBox(QStringLiteral("figureInches"), 1.0, 20.0, tr(" in"), this))
    , m_height(lengthBox(QStringLiteral("figureHeight"), 0.99, 20.0, tr(" in"), this))
    , m_font(lengthBox(QStringLiteral("figureFont"), 4.0, 24.0, tr(" pt"), this))
    , m_title(new QCheckBox(tr("&Title"), this))
    , m_footer(new QCheckBox(tr("Study and &recipe below"), this))
    , m_legend(new QCheckBox(tr("&Legend"), this))
    , m_format(new QComboBox(this))
    , m_dpi(new QSpinBox(this))
    , m_target(new QLineEdit(this))
    , m_preview(new QLabel(tr("The preview is drawn…"), this))
    , m_size(new QLabel(this))
    , m_replaces(new QLabel(this))
{
    setObjectName(QStringLiteral("figureDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_write = buttons->addButton(tr("Write"), QDialogButtonBox::AcceptRole);
    m_write->setObjectName(QStringLiteral("figureWrite"));
    auto* sides = new QHBoxLayout;
    sides->setSpacing(Theme::instance().dockGap());
    sides->addWidget(makeFields());
    auto* picture = new QVBoxLayout;
    const int side = Theme::instance().grid(48);
    m_preview->setObjectName(QStringLiteral("figurePreview"));
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setMinimumSize(side, side * 2 / 3);
    m_size->setObjectName(QStringLiteral("figureSize"));
    m_size->setAlignment(Qt::AlignCenter);
    picture->addWidget(m_preview, 1);
    picture->addWidget(m_size);
    sides->addLayout(picture, 1);
    auto* column = new QVBoxLayout(this);
    column->addLayout(sides, 1);
    column->addWidget(buttons);

    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &FigureDialog::previewWanted);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (formatOf(target()) < 0)
            setEnding();
        save();
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fill(lastSetup());
    if (m_name.isEmpty())
        m_target->setText(QDir(m_folder).filePath(QStringLiteral("figures")));
    setEnding();
}

QWidget* FigureDialog::makeFields()
{
    m_width->setObjectName(QStringLiteral("figureWidth"));
    m_width->addItem(tr("a column, 3.3 in"), columnInches);
    m_width->addItem(tr("the text, 6.9 in"), textInches);
    m_width->addItem(tr("of your own"), 0.0);
    m_height->setSpecialValueText(tr("as it needs")); // at the least value
    m_font->setSingleStep(0.5);
    m_font->setDecimals(1);
    m_title->setObjectName(QStringLiteral("figureTitle"));
    m_footer->setObjectName(QStringLiteral("figureFooter"));
    m_legend->setObjectName(QStringLiteral("figureLegend"));
    m_format->setObjectName(QStringLiteral("figureFormat"));
    m_format->addItem(tr("SVG, vector graphics"), QStringLiteral("svg"));
    m_format->addItem(tr("PDF, a page"), QStringLiteral("pdf"));
    m_format->addItem(tr("PNG, a picture"), QStringLiteral("png"));
    if (!m_name.isEmpty())
        m_format->addItem(tr("CSV, its numbers"), QLatin1String(tableFormat));
    m_dpi->setObjectName(QStringLiteral("figureDpi"));
    m_dpi->setRange(72, 1200);
    m_dpi->setSuffix(tr(" dpi"));
    m_target->setObjectName(QStringLiteral("figureTarget"));
    m_target->setMinimumWidth(Theme::instance().grid(28));
    auto* browseButton = new QPushButton(tr("Browse…"), this);
    connect(browseButton, &QPushButton::clicked, this, &FigureDialog::browse);

    auto* fields = new QWidget(this);
    auto* form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Width"), m_width);
    form->addRow(QString(), m_inches);
    form->addRow(tr("&Height"), m_height);
    form->addRow(tr("T&ype"), m_font);
    form->addRow(tr("With"), m_title);
    form->addRow(QString(), m_footer);
    form->addRow(QString(), m_legend);
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("Reso&lution"), m_dpi);
    auto* place = new QHBoxLayout;
    place->addWidget(m_target, 1);
    place->addWidget(browseButton);
    auto* label = new QLabel(m_name.isEmpty() ? tr("Fol&der") : tr("F&ile"), fields);
    label->setBuddy(m_target);
    form->addRow(label, place);
    m_replaces->setObjectName(QStringLiteral("figureReplaces"));
    m_replaces->setText(QStringLiteral("%1 %2").arg(
        markOf(Role::Warning), m_name.isEmpty() ? tr("Replaces the figures of the same names in it.") : tr("Replaces an existing file.")));
    m_replaces->setWordWrap(true);
    keepInk(*m_replaces, Role::Warning);
    m_replaces->hide();
    form->addRow(QString(), m_replaces);
    if (m_name.isEmpty()) {
        auto* what =
            new QLabel(tr("Every view that has something to show, its numbers as CSV, and these settings as figures.json: reweigh "
                          "figures STUDY --settings figures.json draws all of the study with them again, without chosen trials and "
                          "zoom."),
                       fields);
        what->setWordWrap(true);
        form->addRow(what);
    }
    connect(m_width, &QComboBox::currentIndexChanged, this, [this] {
        if (const double inches = m_width->currentData().toDouble(); inches > 0.0)
            m_inches->setValue(inches);
        follow();
    });
    for (QDoubleSpinBox* box : {m_inches, m_height, m_font})
        connect(box, &QDoubleSpinBox::valueChanged, this, &FigureDialog::follow);
    for (QCheckBox* box : {m_title, m_footer, m_legend})
        connect(box, &QCheckBox::toggled, this, &FigureDialog::follow);
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        setEnding();
        follow();
    });
    connect(m_dpi, &QSpinBox::valueChanged, this, &FigureDialog::follow);
    connect(m_target, &QLineEdit::textEdited, this, &FigureDialog::takeEnding);
    connect(m_target, &QLineEdit::textChanged, this, [this] {
        m_write->setEnabled(!target().isEmpty());
        sayReplaced();
    });
    return fields;
}

void FigureDialog::fill(const FigureSetup& setup)
{
    const int own = m_width->count() - 1;
    int at = own;
    for (int i = 0; i < own; ++i)
        if (std::abs(m_width->itemData(i).toDouble() - setup.width) < 1e-9)
            at = i;
    m_inches->setValue(setup.width);
    m_width->setCurrentIndex(at);
    m_height->setValue(setup.height > 0.0 ? setup.height : m_height->minimum());
    m_font->setValue(setup.font);
    m_title->setChecked(setup.title);
    m_footer->setChecked(setup.footer);
    m_legend->setChecked(setup.legend);
    m_format->setCurrentIndex(std::max(0, m_format->findData(QString::fromStdString(setup.format))));
    m_dpi->setValue(setup.dpi);
    follow();
}

FigureSetup FigureDialog::setup() const
{
    FigureSetup setup{.width = m_inches->value(),
                      .height = m_height->value() > m_height->minimum() ? std::max(1.0, m_height->value()) : 0.0,
                      .font = m_font->value(),
                      .title = m_title->isChecked(),
                      .footer = m_footer->isChecked(),
                      .legend = m_legend->isChecked(),
                      .dpi = m_dpi->value()};
    if (const QString format = m_format->currentData().toString(); format != QLatin1String(tableFormat))
        setup.format = format.toStdString();
    return setup;
}

QString FigureDialog::target() const
{
    return m_target->text().trimmed();
}

FigureSetup FigureDialog::lastSetup()
{
    const Result<FigureSetup> kept = figureSetupOf(QSettings().value(QLatin1String(setupKey)).toString().toStdString(), setupKey);
    return kept ? *kept : FigureSetup();
}

void FigureDialog::save()
{
    QSettings().setValue(QLatin1String(setupKey), QString::fromStdString(figureSetupText(setup())));
}

/// The place among the formats of the one that the file's ending names; -1 if it names none.
int FigureDialog::formatOf(const QString& file) const
{
    return m_format->findData(QFileInfo(file).suffix().toLower());
}

/// Chooses the format that the file's ending names.
void FigureDialog::takeEnding()
{
    if (const int at = formatOf(target()); at >= 0 && !m_name.isEmpty())
        m_format->setCurrentIndex(at);
}

/// `file` with the ending of the format, in place of one that names another format.
QString FigureDialog::withEnding(const QString& file) const
{
    const bool known = file.endsWith(QLatin1Char('.')) || formatOf(file) >= 0;
    return (known ? file.chopped(QFileInfo(file).suffix().size()) : file + QLatin1Char('.')) + m_format->currentData().toString();
}

/// Gives the file the ending of the format.
void FigureDialog::setEnding()
{
    if (m_name.isEmpty())
        return;
    if (target() == m_offered) {
        m_offered = freeFile();
        m_target->setText(m_offered);
    } else if (!target().isEmpty()) {
        m_target->setText(withEnding(target()));
    }
}

/// The first of name, name-2, name-3 that no file has.
QString FigureDialog::freeFile() const
{
    const QDir folder(m_folder);
    QString file = folder.filePath(withEnding(m_name + QLatin1Char('.')));
    for (int number = 2; QFileInfo::exists(file); ++number)
        file = folder.filePath(withEnding(QStringLiteral("%1-%2.").arg(m_name).arg(number)));
    return file;
}

/// Says beside the name that it is taken, where another can be chosen.
void FigureDialog::sayReplaced()
{
    const QString file = formatOf(target()) < 0 ? withEnding(target()) : target();
    const bool taken =
        m_name.isEmpty() ? QFileInfo(QDir(target()).filePath(QStringLiteral("figures.json"))).isFile() : QFileInfo(file).isFile();
    m_replaces->setVisible(taken && !target().isEmpty());
    m_target->setAccessibleDescription(m_replaces->isHidden() ? QString() : m_replaces->text());
}

/// Brings what depends on the fields up to date: which are of use, and the preview.
void FigureDialog::follow()
{
    const QString format = m_format->currentData().toString();
    m_inches->setEnabled(m_width->currentIndex() == m_width->count() - 1);
    m_dpi->setEnabled(format == QLatin1String("png"));
    if (isVisible())
        m_rest.start();
}

void FigureDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    m_rest.start();
}

void FigureDialog::showPreview(const QImage& image)
{
    if (image.isNull()) {
        m_preview->setText(tr("There is nothing to show yet."));
        m_size->clear();
        return;
    }
    const QSizeF points = QSizeF(image.size()) / image.devicePixelRatio();
    m_size->setText(
        tr("%1 × %2 in")
            .arg(QLocale().toString(points.width() / logicalDpiX(), 'f', 2), QLocale().toString(points.height() / logicalDpiY(), 'f', 2)));
    QImage shown = image.scaled(m_preview->size() * devicePixelRatioF(), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    shown.setDevicePixelRatio(devicePixelRatioF());
    if (shown.width() > image.width()) // never larger than on paper
        shown = image;
    m_preview->setPixmap(QPixmap::fromImage(shown));
}

void FigureDialog::browse()
{
    auto* dialog = new QFileDialog(this, windowTitle(), target());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_name.isEmpty()) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(m_format->currentData().toString());
        dialog->selectFile(target());
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_target->setText(file);
        takeEnding();
    });
    dialog->open();
}

} // namespace reweigh
