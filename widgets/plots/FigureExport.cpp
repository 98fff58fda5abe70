// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/FigureExport.h"

#include "core/base/AsciiCase.h"
#include "core/base/FileIo.h"
#include "widgets/panel/PaintedView.h"
#include "widgets/plots/ClippedDevice.h"
#include "widgets/plots/CustomPlot.h"
#include "widgets/report/StablePdf.h"
#include "widgets/theme/Theme.h"

#include <QBuffer>
#include <QHashSeed>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

constexpr double leastHeight = 0.62; ///< of the width: about the golden ratio
constexpr double metresPerInch = 0.0254;
constexpr double copiedWidth = 800.0; ///< pixels
constexpr double mostPixels = 32767;  ///< of a side of a picture, beyond which Qt does not draw

QString withHeldOut(const QString& footer, const QString& heldOut)
{
    return heldOut.isEmpty() ? footer : footer + QStringLiteral(" · ") + heldOut;
}

QString footerOf(const Panel& panel, OpenStudy& study)
{
    const QString source = panel.source();
    if (source.isEmpty())
        return figureFooter(study);
    return withHeldOut(QCoreApplication::translate("FigureExport", "%1 · Reweigh %2").arg(source, QStringLiteral(REWEIGH_VERSION)),
                       panel.heldOut());
}

/// What stands where on the sheet of a figure, in pixels of the screen's resolution.
class Sheet {
public:
    Sheet(Panel& panel, OpenStudy& study, const FigureSetup& setup);

    QSize size() const { return m_size; }
    /// The height of the texts above and below the figure.
    int textsHeight() const { return m_head + m_foot; }
    void paint(QCPPainter& painter) const;

private:
    int textHeight(const QFont& font, const QString& text) const { return wrappedHeight(font, text, m_inside.width()); }

    Panel& m_panel;
    QString m_title, m_scope, m_footer; ///< empty: left out
    bool m_oneLine = false;             ///< title and scope stand side by side
    int m_head = 0, m_foot = 0;         ///< heights of the texts above and below the figure
    QSize m_size;
    QRect m_inside;
};

Sheet::Sheet(Panel& panel, OpenStudy& study, const FigureSetup& setup)
    : m_panel(panel)
    , m_title(setup.title ? panel.title() : QString())
    , m_scope(setup.title ? panel.scope() : QString())
    , m_footer(setup.footer ? footerOf(panel, study) : QString())
{
    const Theme& theme = Theme::instance();
    panel.setFigureLegend(setup.legend);
    const double perInch = panel.logicalDpiX();
    const int margin = theme.grid(0.5), width = int(std::lround(setup.width * perInch));
    m_inside = QRect(margin, margin, width - 2 * margin, 0);
    const int title = QFontMetrics(theme.titleFont()).horizontalAdvance(m_title);
    const int scope = QFontMetrics(theme.scopeFont()).horizontalAdvance(m_scope);
    m_oneLine = title + theme.grid(2) + scope <= m_inside.width();
    if (!m_title.isEmpty()) {
        const int first = textHeight(theme.titleFont(), m_title), second = textHeight(theme.scopeFont(), m_scope);
        m_head = (m_oneLine ? std::max(first, second) : first + second) + theme.grid(0.75);
    }
    if (!m_footer.isEmpty())
        m_foot = textHeight(theme.scopeFont(), m_footer) + theme.grid(0.5);
    const int needed = m_head + m_foot + 2 * margin + panel.figureHeight(m_inside.width());
    const int height =
        setup.height > 0.0 ? int(std::lround(setup.height * perInch)) : std::max(int(std::lround(leastHeight * width)), needed);
    m_size = {width, height};
    m_inside.setHeight(height - 2 * margin);
}

void Sheet::paint(QCPPainter& painter) const
{
    const Theme& theme = Theme::instance();
    painter.fillRect(QRect({}, m_size), theme.colour(Role::Panel));
    if (!m_title.isEmpty()) {
        painter.setFont(theme.titleFont());
        painter.setPen(theme.colour(Role::Text));
        drawWrapped(painter, m_inside, Qt::AlignLeft | Qt::AlignTop, m_title);
        painter.setFont(theme.scopeFont());
        painter.setPen(theme.colour(Role::Dim));
        const QRect below = m_inside.adjusted(0, textHeight(theme.titleFont(), m_title), 0, 0);
        if (m_oneLine)
            painter.drawText(m_inside, int(Qt::AlignRight | Qt::AlignTop), m_scope);
        else
            drawWrapped(painter, below, Qt::AlignLeft | Qt::AlignTop, m_scope);
    }
    if (!m_footer.isEmpty()) {
        painter.setFont(theme.scopeFont());
        painter.setPen(theme.colour(Role::Dim));
        drawWrapped(painter, m_inside, Qt::AlignLeft | Qt::AlignBottom, m_footer);
    }
    m_panel.paintFigure(painter, m_inside.adjusted(0, m_head, 0, -m_foot));
}

/// The figure as a picture; a null one if it would have too many pixels.
QImage picture(Panel& panel, OpenStudy& study, const FigureSetup& setup, double dpi)
{
    const Sheet sheet(panel, study, setup);
    const double perInch = panel.logicalDpiX(), scale = dpi / perInch;
    if (std::max(sheet.size().width(), sheet.size().height()) * scale > mostPixels)
        return {};
    QImage image(int(std::lround(sheet.size().width() * scale)), int(std::lround(sheet.size().height() * scale)),
                 QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    image.fill(Theme::instance().colour(Role::Panel)); // also the last pixel, which may be a part of one of the sheet's
    const auto setResolution = [&image](double inch) {
        image.setDotsPerMeterX(int(std::lround(inch / metresPerInch)));
        image.setDotsPerMeterY(int(std::lround(inch / metresPerInch)));
    };
    setResolution(perInch); // type keeps its size, and is scaled with all else
    QCPPainter painter(&image);
    painter.scale(scale, scale);
    sheet.paint(painter);
    painter.end();
    setResolution(dpi);
    image.setText("Description", footerOf(panel, study));
    return image;
}

QByteArray png(Panel& panel, OpenStudy& study, const FigureSetup& setup)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    picture(panel, study, setup, setup.dpi).save(&buffer, "PNG");
    return bytes;
}

/// Whether a figure of a given height has room for more than its texts. Errors: ValueOutOfRange.
Status checkHeight(Panel& panel, OpenStudy& study, const FigureSetup& setup)
{
    const int least = Sheet(panel, study, setup).textsHeight() + Theme::instance().grid(8);
    const double perInch = panel.logicalDpiX();
    if (setup.height <= 0.0 || setup.height * perInch >= least)
        return {};
    const QString room = QStringLiteral("at least %1in for %2 with these words above and below it, or auto");
    return Error{ErrorCode::ValueOutOfRange, "height", QString::number(setup.height).toStdString() + "in",
                 room.arg(std::ceil(10.0 * least / perInch) / 10.0).arg(panel.id()).toStdString()};
}

/// Paints without cached pixmaps and pixel-based shortcuts, so that lines remain vector lines.
void paintVectors(QPaintDevice& device, const Sheet& sheet)
{
    QCPPainter painter;
    painter.begin(&device);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    sheet.paint(painter);
    painter.end();
}

QByteArray svg(Panel& panel, OpenStudy& study, const FigureSetup& setup)
{
    const Sheet sheet(panel, study, setup);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(panel.logicalDpiX());
    generator.setSize(sheet.size());
    generator.setViewBox(QRect({}, sheet.size()));
    generator.setTitle(panel.title());
    generator.setDescription(footerOf(panel, study));
    QPainter painter(&generator);
    ClippedDevice clipped(painter);
    paintVectors(clipped, sheet);
    painter.end();
    return bytes;
}

QByteArray pdf(Panel& panel, OpenStudy& study, const FigureSetup& setup)
{
    const Sheet sheet(panel, study, setup);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QHashSeed::setDeterministicGlobalSeed(); // Qt writes a file's fonts in the order of a table
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(panel.title());
        writer.setCreator(QStringLiteral("Reweigh " REWEIGH_VERSION));
        writer.setResolution(panel.logicalDpiX());
        writer.setPageSize(QPageSize(QSizeF(sheet.size()) * 72.0 / panel.logicalDpiX(), QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        paintVectors(writer, sheet);
    }
    QHashSeed::resetRandomGlobalSeed();
    return withoutTime(bytes);
}

} // namespace

QString figureFooter(OpenStudy& study)
{
    const auto preview = study.preview();
    const auto snapshot = study.snapshot();
    const QString fingerprint = snapshot->facts                 ? QString::fromStdString(snapshot->facts->fingerprintCode)
                                : preview && preview->data.plan ? QString::fromStdString(preview->data.plan->fingerprintCode)
                                                                : QStringLiteral("–");
    return withHeldOut(QCoreApplication::translate("FigureExport", "%1 · recipe %2 · Reweigh %3")
                           .arg(study.title(), fingerprint, QStringLiteral(REWEIGH_VERSION)),
                       study.heldOut());
}

QSize figureSize(Panel& panel, OpenStudy& study, const FigureSetup& setup)
{
    return Sheet(panel, study, setup).size();
}

Status exportFigure(Panel& panel, OpenStudy& study, const std::filesystem::path& file, const FigureSetup& setup)
{
    const std::string ending = lowerAscii(file.extension().string());
    QByteArray bytes;
    if (const Status room = checkHeight(panel, study, setup); !room && ending != ".csv")
        return room;
    if (ending == ".png")
        bytes = png(panel, study, setup);
    else if (ending == ".svg")
        bytes = svg(panel, study, setup);
    else if (ending == ".pdf")
        bytes = pdf(panel, study, setup);
    else if (ending == ".csv")
        bytes = panel.table().toCsv();
    else
        return Error{ErrorCode::UnknownValue, file.filename().string(), ending, ".png, .svg, .pdf, .csv"};
    if (bytes.isEmpty())
        return Error{ErrorCode::ValueOutOfRange, "dpi", std::to_string(setup.dpi),
                     "fewer, or svg or pdf as the format: " + panel.id().toStdString() + " is too large for a picture of so many pixels"};
    return writeFileAtomic(file, {bytes.constData(), std::size_t(bytes.size())});
}

QImage figurePreview(Panel& panel, OpenStudy& study, const FigureSetup& setup, double ratio)
{
    QImage image = picture(panel, study, setup, panel.logicalDpiX() * ratio);
    image.setDevicePixelRatio(ratio);
    return image;
}

QImage figureImage(Panel& panel, OpenStudy& study)
{
    return figurePreview(panel, study, {.width = copiedWidth / panel.logicalDpiX()}, 2.0);
}

Result<std::vector<std::filesystem::path>> exportAllFigures(const std::vector<Panel*>& panels, OpenStudy& study,
                                                            const std::filesystem::path& folder, const FigureSetup& setup)
{
    if (const Status made = makeFolder(folder); !made)
        return made.error();
    std::vector<std::filesystem::path> files;
    for (Panel* panel : panels) {
        const std::string name = panel->id().toStdString();
        const bool wanted = setup.figures.empty() || std::ranges::find(setup.figures, name) != setup.figures.end();
        if (!wanted || !panel->hasFigure() || !panel->hasContent() || panel->isPale())
            continue;
        for (const std::string& ending : {setup.format, std::string("csv")}) {
            files.push_back(folder / (name + "." + ending));
            if (const Status written = exportFigure(*panel, study, files.back(), setup); !written)
                return written.error();
        }
    }
    files.push_back(figureSettings(folder));
    if (const Status written = writeFileAtomic(files.back(), figureSetupText(setup)); !written)
        return written.error();
    return files;
}

std::filesystem::path figureSettings(const std::filesystem::path& folder)
{
    return folder / "figures.json";
}

} // namespace reweigh
