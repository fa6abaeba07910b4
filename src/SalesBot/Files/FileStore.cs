using System.Security.Cryptography;

namespace SalesBot.Files;

/// <summary>
/// The bytes of documents in a folder, each file under its SHA-256: the same bytes are there once, whoever hands them in. A file is complete or
/// not there: it is written under another name, flushed and then renamed. What a turn kept that was not committed stays behind unused.
/// </summary>
internal sealed class FileStore(string folder, FileLimits? limits = null)
{
    public FileLimits Limits { get; } = limits ?? new FileLimits();

    /// <summary>Returns the hash in lower-case hexadecimal.</summary>
    /// <exception cref="IOException">The folder cannot be written to, or the disk is full.</exception>
    public async Task<string> KeepAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var path = PathOf(hash);
        if (File.Exists(path))
        {
            return hash;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = Path.Combine(folder, Path.GetRandomFileName());
        await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous))
        {
            await file.WriteAsync(content, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
        return hash;
    }

    /// <summary>Null where the bytes are not there (a folder that was not moved along).</summary>
    public Stream? Open(string hash) =>
        IsHash(hash) && File.Exists(PathOf(hash)) ? new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous | FileOptions.SequentialScan) : null;

    private static bool IsHash(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower);

    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash);
}
