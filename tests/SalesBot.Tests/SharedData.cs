namespace SalesBot.Tests;

/// <summary>The open data set that stands beside the checkout (<c>../shared/data</c>); tests that need it are skipped where it is not.</summary>
internal static class SharedData
{
    public static string? Folder { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Folder!, .. parts]);

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = System.IO.Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        return null;
    }
}

/// <summary>A fact about the open data set.</summary>
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (SharedData.Folder is null)
        {
            Skip = "the open data set is not beside the checkout; put it at ../shared/data";
        }
    }
}
