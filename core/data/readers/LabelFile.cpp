// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/LabelFile.h"

#include "core/base/Csv.h"
#include "core/base/FileIo.h"
#include "core/base/PathText.h"
#include "core/config/DataSets.h"
#include "core/data/readers/ClassWords.h"
#include "core/data/readers/RowImages.h"

#include <algorithm>
#include <optional>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostTableBytes = std::size_t(256) << 20;

/// The columns of labels; without one of observed labels those that the images came with are the observed ones.
struct LabelColumns {
    std::optional<std::size_t> observed, truth;
};

Result<LabelColumns> labelColumns(const CsvTable& table, const DataOptions& options, bool ownLabels)
{
    const auto missing = [&](const std::string& what, const std::vector<std::string>& columns) {
        return Error{ErrorCode::CsvColumnMissing, options.labelFile, what, listed(columns)};
    };
    const std::string askedTruth = utf8Text(options.trueLabelColumn), asked = utf8Text(options.labelColumn);
    LabelColumns columns;
    columns.truth = table.column(askedTruth.empty() ? "true" : askedTruth);
    if (!askedTruth.empty() && !columns.truth)
        return missing(askedTruth, table.header);
    columns.observed = table.column(asked);
    if (!asked.empty())
        return columns.observed ? Result(columns) : missing(asked, table.header);
    columns.observed.reset();
    std::vector<std::string> candidates;
    for (std::size_t i = 0; i < table.header.size(); ++i)
        if (table.header[i] != "index" && table.header[i] != "path" && columns.truth != i) {
            candidates.push_back(table.header[i]);
            columns.observed = i;
        }
    if (candidates.size() > 1)
        return missing({}, candidates);
    if (candidates.empty() && !(ownLabels && columns.truth))
        return missing("of labels", table.header);
    return columns;
}

/// Takes the rows of a file one after the other.
class LabelTaker {
public:
    LabelTaker(const DataOptions& options, const DataSource& source, const CsvTable& table, const LabelColumns& columns)
        : m_path(options.labelFile)
        , m_source(source)
        , m_header(table.header)
        , m_columns(columns)
        , m_classes(source.classNames)
        , m_images(table, source, m_path, RowImages::Paths::SayNothing)
        , m_ownLabels(hasOwnLabels(source.name))
        , m_lineOf(source.train.size(), 0)
    {
        m_labels.observed = m_labels.truth = source.train.labels;
        if (columns.observed)
            m_labels.column = table.header[*columns.observed];
        if (columns.truth && m_ownLabels)
            m_labels.trueColumn = table.header[*columns.truth];
    }

    Status take(const CsvRow& row)
    {
        const std::optional<RowImages::Place> place = m_images.of(row);
        if (!place)
            return m_images.unknown(row);
        if (place->leftOut)
            return {};
        if (place->test)
            return checkTest(row, m_source.test.labels[place->image]);
        std::size_t& line = m_lineOf[place->image];
        if (line != 0)
            return wrong(row,
                         m_images.nameOf(place->image) + " has a row already, at line " + std::to_string(line) + "; leave one of them out");
        line = row.line;
        if (m_columns.observed) {
            if (const Status read = readLabel(row, *m_columns.observed, m_labels.observed[place->image]); !read)
                return read;
        }
        return m_columns.truth ? takeTruth(row, m_labels.truth[place->image]) : Status();
    }

    /// The labels, once every row has been taken.
    Result<LabelFile> labels() &&
    {
        for (const std::uint32_t image : m_source.checked) // its label is known without a row
            m_lineOf[image] = std::max<std::size_t>(m_lineOf[image], 1);
        const auto missing = std::ranges::count(m_lineOf, std::size_t(0));
        if (missing > 0) {
            const auto first = std::size_t(std::ranges::find(m_lineOf, std::size_t(0)) - m_lineOf.begin());
            return Error{ErrorCode::LabelsIncomplete,
                         m_path.string(),
                         std::to_string(missing) + " of " + std::to_string(m_lineOf.size()) + " training images (the first is "
                             + m_images.nameOf(first) + ")",
                         {}};
        }
        return std::move(m_labels);
    }

    const RowImages& images() const { return m_images; }

private:
    Error wrong(const CsvRow& row, const std::string& what) const
    {
        return {ErrorCode::CsvLineWrong, m_path.string(), std::to_string(row.line), what};
    }

    Status readLabel(const CsvRow& row, std::size_t column, std::uint16_t& label) const
    {
        const std::string& field = row.fields[column];
        if (field.empty())
            return wrong(row, "no label in the column " + m_header[column] + "; every training image needs one there");
        const std::optional<std::uint16_t> read = m_classes.read(field);
        if (!read)
            return Error{ErrorCode::LabelOutOfRange, m_path.string(),
                         "\"" + utf8Text(field) + "\" at line " + std::to_string(row.line) + ", column " + m_header[column],
                         m_classes.allowed()};
        label = *read;
        return {};
    }

    /// `truth`: the label that the image came with, which becomes the true one of the file where the set's labels are a user's own.
    Status takeTruth(const CsvRow& row, std::uint16_t& truth) const
    {
        if (row.fields[*m_columns.truth].empty() && !m_ownLabels)
            return {};
        const std::uint16_t before = truth;
        if (const Status read = readLabel(row, *m_columns.truth, truth); !read)
            return read;
        if (m_ownLabels || truth == before)
            return {};
        return Error{ErrorCode::LabelsOfOtherImages,
                     m_path.string(),
                     "line " + std::to_string(row.line) + " says that the true label is " + m_source.classNames[truth] + ", the data set "
                         + m_source.classNames[before],
                     {}};
    }

    /// `label`: that of the test image that the row is of, by which tests judge.
    Status checkTest(const CsvRow& row, std::uint16_t label) const
    {
        if (!m_columns.truth || row.fields[*m_columns.truth].empty())
            return {};
        std::uint16_t truth = label;
        if (const Status read = readLabel(row, *m_columns.truth, truth); !read)
            return read;
        if (truth == label)
            return {};
        return wrong(row, "the test image lies in the folder " + m_source.classNames[label] + ", but its true label is "
                              + m_source.classNames[truth]
                              + "; tests use the folders, so put test images into a folder test/, in the folders of their true classes");
    }

    fs::path m_path;
    const DataSource& m_source;
    const std::vector<std::string>& m_header;
    LabelColumns m_columns;
    ClassWords m_classes;
    RowImages m_images;
    bool m_ownLabels;
    std::vector<std::size_t> m_lineOf; ///< per training image the line of its row; 0: none yet
    LabelFile m_labels;
};

} // namespace

Result<LabelFile> readLabelFile(const DataOptions& options, const DataSource& source)
{
    if (options.labelFile.empty())
        return Error{ErrorCode::MissingOption, "labels", {}, {}};
    const Result<std::string> bytes = readFile(options.labelFile, mostTableBytes);
    if (!bytes)
        return bytes.error();
    Result<CsvTable> table = parseCsv(*bytes, options.labelFile);
    if (!table)
        return table.error();
    table->header = utf8Texts(table->header);
    const Result<LabelColumns> columns = labelColumns(*table, options, hasOwnLabels(source.name));
    if (!columns)
        return columns.error();
    LabelTaker taker(options, source, *table, *columns);
    if (!taker.images().known())
        return taker.images().noColumn();
    for (const CsvRow& row : table->rows)
        if (const Status taken = taker.take(row); !taken)
            return taken.error();
    Result<LabelFile> labels = std::move(taker).labels();
    if (labels)
        labels->sha256 = hexOf(sha256(*bytes));
    return labels;
}

} // namespace reweigh
