// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/FigureExport.h"

#include "core/base/FileIo.h"
#include "widgets/plots/CustomPlot.h"
#include "widgets/theme/Theme.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace reweigh {
namespace {

QString footerOf(const Panel& panel, OpenStudy& study)
{
    const QString source = panel.source();
    return source.isEmpty() ? figureFooter(study)
                            : QCoreApplication::translate("FigureExport", "%1 · Reweigh %2").arg(source, QStringLiteral(REWEIGH_VERSION));
}

void paint(QCPPainter& painter, Panel& panel, OpenStudy& study, QSize size)
{
    const Theme& theme = Theme::instance();
    painter.fillRect(QRect({}, size), theme.colour(Role::Panel));
    const int margin = theme.panelMargin();
    const QRect inside = QRect({}, size).adjusted(margin, theme.grid(), -margin, -theme.grid());
    painter.setFont(theme.titleFont());
    painter.setPen(theme.colour(Role::Text));
    const int line = painter.fontMetrics().height();
    painter.drawText(inside, int(Qt::AlignLeft | Qt::AlignTop), panel.title());
    painter.setFont(theme.scopeFont());
    painter.setPen(theme.colour(Role::Dim));
    painter.drawText(inside, int(Qt::AlignRight | Qt::AlignTop), panel.scope());
    painter.drawText(inside, int(Qt::AlignLeft | Qt::AlignBottom), footerOf(panel, study));
    panel.paintFigure(painter, inside.adjusted(0, line + theme.grid(), 0, -line - theme.grid(0.5)));
}

QByteArray png(Panel& panel, OpenStudy& study, QSize size)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    figureImage(panel, study, size).save(&buffer, "PNG");
    return bytes;
}

/// Paints without cached pixmaps and pixel-based shortcuts, so that lines remain vector lines.
void paintVectors(QPaintDevice& device, Panel& panel, OpenStudy& study, QSize size, double scale)
{
    QCPPainter painter;
    painter.begin(&device);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.scale(scale, scale);
    paint(painter, panel, study, size);
    painter.end();
}

QByteArray svg(Panel& panel, OpenStudy& study, QSize size)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect({}, size));
    generator.setTitle(panel.title());
    generator.setDescription(footerOf(panel, study));
    paintVectors(generator, panel, study, size, 1.0);
    return bytes;
}

QByteArray pdf(Panel& panel, OpenStudy& study, QSize size)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(panel.title());
    writer.setCreator(QStringLiteral("Reweigh " REWEIGH_VERSION));
    writer.setResolution(96);
    writer.setPageSize(QPageSize(QSizeF(size) * 72.0 / 96.0, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    paintVectors(writer, panel, study, size, 1.0);
    return bytes;
}

} // namespace

QImage figureImage(Panel& panel, OpenStudy& study, QSize size)
{
    QImage image(size * 2, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(2);
    image.setText("Description", footerOf(panel, study));
    QCPPainter painter(&image);
    paint(painter, panel, study, size);
    painter.end();
    return image;
}

QString figureFooter(OpenStudy& study)
{
    const auto preview = study.preview();
    const auto snapshot = study.snapshot();
    const QString fingerprint = snapshot->facts                 ? QString::fromStdString(snapshot->facts->fingerprintCode)
                                : preview && preview->data.plan ? QString::fromStdString(preview->data.plan->fingerprintCode)
                                                                : QStringLiteral("–");
    return QCoreApplication::translate("FigureExport", "%1 · recipe %2 · Reweigh %3")
        .arg(study.title(), fingerprint, QStringLiteral(REWEIGH_VERSION));
}

Status exportFigure(Panel& panel, OpenStudy& study, const std::filesystem::path& file, QSize size)
{
    const std::string ending = file.extension().string();
    QByteArray bytes;
    if (ending == ".png")
        bytes = png(panel, study, size);
    else if (ending == ".svg")
        bytes = svg(panel, study, size);
    else if (ending == ".pdf")
        bytes = pdf(panel, study, size);
    else if (ending == ".csv")
        bytes = panel.table().toCsv();
    else
        return Error{ErrorCode::UnknownValue, file.filename().string(), ending, ".png, .svg, .pdf, .csv"};
    return writeFileAtomic(file, {bytes.constData(), std::size_t(bytes.size())});
}

Result<std::vector<std::filesystem::path>> exportAllFigures(const std::vector<Panel*>& panels, OpenStudy& study,
                                                            const std::filesystem::path& folder)
{
    if (const Status made = makeFolder(folder); !made)
        return made.error();
    std::vector<std::filesystem::path> files;
    for (Panel* panel : panels) {
        if (!panel->hasFigure() || !panel->hasContent() || panel->isPale())
            continue;
        for (const char* ending : {".png", ".svg", ".pdf", ".csv"}) {
            files.push_back(folder / (panel->id().toStdString() + ending));
            if (const Status written = exportFigure(*panel, study, files.back()); !written)
                return written.error();
        }
    }
    return files;
}

} // namespace reweigh
