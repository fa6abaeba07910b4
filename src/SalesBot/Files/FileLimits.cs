namespace SalesBot.Files;

/// <summary>What is taken of files that people send.</summary>
/// <param name="Bytes">Of one file; 10 MB unless the setting <c>SalesBot:FileMegabytes</c> says otherwise.</param>
internal sealed record FileLimits(long Bytes = 10 * FileLimits.Megabyte)
{
    public const long Megabyte = 1024 * 1024;

    /// <summary>Files in one message.</summary>
    public const int Most = 5;
}
