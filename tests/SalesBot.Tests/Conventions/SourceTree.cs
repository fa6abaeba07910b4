using System.Runtime.CompilerServices;

namespace SalesBot.Tests.Conventions;

/// <summary>The files that people write, as they lie in the repository.</summary>
internal static class SourceTree
{
    public static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "../../.."));

    /// <summary>C# files under a folder of the repository, without what tools generate.</summary>
    public static IReadOnlyList<string> CSharp(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories).Where(f => !Generated(f)).Order(StringComparer.Ordinal)];

    /// <summary>Path inside the repository, with slashes.</summary>
    public static string Short(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static bool Generated(string file) => Short(file).Split('/').Any(part => part is "obj" or "bin" or "Migrations");

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
