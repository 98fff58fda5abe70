// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fetch/Download.h"

#include "core/base/FileIo.h"
#include "core/fetch/FetchLock.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <cerrno>
#include <memory>
#include <optional>

namespace reweigh {

const RemoteDataSet* findRemoteDataSet(const std::string& name)
{
    const DataSetRow* row = dataSetRow(name);
    return row && row->remote ? &*row->remote : nullptr;
}

std::vector<std::string> remoteDataSetNames()
{
    std::vector<std::string> names;
    for (const DataSetRow& row : dataSetRows())
        if (row.remote)
            names.push_back(row.name);
    return names;
}

namespace {

constexpr int silenceMs = 60'000; ///< a server that says nothing for so long has gone

std::string text(const QString& string)
{
    return string.toStdString();
}

Error writeError(const QFile& file)
{
    return {errno == ENOSPC || errno == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
            text(file.fileName()),
            text(file.errorString()),
            {}};
}

/// Success where the bytes of `path` have the checksum of `expected`.
Status checkSum(const QString& path, const RemoteFile& expected)
{
    QFile file(path);
    QCryptographicHash hash(expected.checksum.size() == 32 ? QCryptographicHash::Md5 : QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return Error{ErrorCode::FileUnwritable, text(path), text(file.errorString()), {}};
    const std::string found = hash.result().toHex().toStdString();
    if (found != expected.checksum)
        return Error{ErrorCode::ChecksumMismatch, text(path), found, expected.checksum};
    return {};
}

/// One request for what is missing of a file: appends to the part as bytes come in.
class Transfer {
public:
    Transfer(const RemoteFile& file, const QUrl& url, QFile& part, const FetchProgressCallback& onProgress)
        : m_file(file)
        , m_part(part)
        , m_onProgress(onProgress)
    {
        QNetworkRequest request(url);
        request.setTransferTimeout(silenceMs);
        request.setRawHeader("Accept-Encoding", "identity"); // Qt would unpack a .gz that is sent as an encoding
        m_offset = part.size();
        if (m_offset > 0)
            request.setRawHeader("Range", "bytes=" + QByteArray::number(m_offset) + '-');
        m_reply.reset(m_network.get(request));
        QObject::connect(m_reply.get(), &QNetworkReply::metaDataChanged, m_reply.get(), [this] { begin(); });
        QObject::connect(m_reply.get(), &QNetworkReply::readyRead, m_reply.get(), [this] { take(); });
    }

    Status run(std::stop_token stop)
    {
        QEventLoop loop;
        QObject::connect(m_reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        std::stop_callback onStop(stop, [this] { // from any thread
            QMetaObject::invokeMethod(
                m_reply.get(), [this] { m_reply->abort(); }, Qt::QueuedConnection);
        });
        if (!m_reply->isFinished())
            loop.exec();
        if (!m_error && m_reply->error() == QNetworkReply::NoError)
            take();
        if (m_error)
            return *m_error;
        if (stop.stop_requested())
            return Error{ErrorCode::Interrupted, text(m_part.fileName()), {}, {}};
        if (m_reply->error() != QNetworkReply::NoError)
            return failed(text(m_reply->errorString()));
        if (m_part.size() < std::int64_t(m_file.bytes))
            return failed("the connection closed after " + std::to_string(m_part.size()) + " of " + std::to_string(m_file.bytes)
                          + " bytes");
        return {};
    }

    /// The server would not go on from where the part ends.
    bool rangeRefused() const { return m_offset > 0 && status() == 416; }

private:
    int status() const { return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); }

    Error failed(std::string detail) const { return {ErrorCode::DownloadFailed, text(m_reply->url().toString()), std::move(detail), {}}; }

    void stopWith(Error error)
    {
        m_error = std::move(error);
        m_reply->abort();
    }

    /// The head of the answer: does it go on from the part's end, or begin anew?
    void begin()
    {
        const int code = status();
        if (code == 206) {
            if (!m_reply->rawHeader("Content-Range").startsWith("bytes " + QByteArray::number(m_offset) + '-'))
                stopWith(failed("the server sent another part than asked for"));
        } else if (code == 200 && m_part.size() > 0 && m_received == 0) {
            if (!m_part.resize(0) || !m_part.seek(0))
                stopWith(writeError(m_part));
        }
    }

    void take()
    {
        if (m_error || (status() != 200 && status() != 206))
            return; // the content is an error page, not the file
        const QByteArray bytes = m_reply->readAll();
        if (bytes.isEmpty())
            return;
        m_received += bytes.size();
        if (m_part.write(bytes) != bytes.size() || !m_part.flush())
            return stopWith(writeError(m_part));
        const auto size = static_cast<std::uint64_t>(m_part.size());
        if (size > m_file.bytes)
            return stopWith({ErrorCode::ChecksumMismatch, text(m_part.fileName()), "more than " + std::to_string(m_file.bytes) + " bytes",
                             m_file.checksum});
        if (m_onProgress)
            m_onProgress({m_file.name, size, m_file.bytes});
    }

    const RemoteFile& m_file;
    QFile& m_part;
    const FetchProgressCallback& m_onProgress;
    QNetworkAccessManager m_network;
    std::unique_ptr<QNetworkReply> m_reply;
    std::optional<Error> m_error;
    qint64 m_offset = 0;
    qint64 m_received = 0;
};

} // namespace

void useSystemProxy()
{
    QNetworkProxyFactory::setUseSystemConfiguration(true);
}

Status downloadFile(const RemoteFile& file, const std::string& baseUrl, const std::filesystem::path& path,
                    const FetchProgressCallback& onProgress, std::stop_token stop)
{
    const QString target = QString::fromStdString(path.string());
    if (QFile::exists(target) && checkSum(target, file))
        return {};
    if (const Status status = makeFolder(path.parent_path()); !status)
        return status;
    const Result<FetchLock> lock = FetchLock::take(path);
    if (!lock)
        return lock.error();
    if (QFile::exists(target) && checkSum(target, file)) // another process ended its download just now
        return {};
    QFile part(target + ".part");
    if (!part.open(QIODevice::ReadWrite | QIODevice::Append))
        return writeError(part);
    if (part.size() > std::int64_t(file.bytes) && !part.resize(0))
        return writeError(part);
    const QUrl url(QString::fromStdString(baseUrl + file.name));
    for (bool again = true; again && part.size() < std::int64_t(file.bytes);) {
        Transfer transfer(file, url, part, onProgress);
        const Status status = transfer.run(stop);
        again = !status && transfer.rangeRefused();
        if (again && !part.resize(0)) // the next request has no range, so it cannot be refused for one
            return writeError(part);
        if (!status && !again) {
            if (status.error().code == ErrorCode::ChecksumMismatch || part.size() == 0)
                part.remove();
            return status;
        }
    }
    part.close();
    if (const Status status = checkSum(part.fileName(), file); !status) {
        part.remove(); // the next call must not continue from wrong bytes
        return status;
    }
    std::error_code code;
    std::filesystem::rename(part.fileName().toStdString(), path, code);
    if (code)
        return Error{ErrorCode::FileUnwritable, path.string(), code.message(), {}};
    return {};
}

} // namespace reweigh
