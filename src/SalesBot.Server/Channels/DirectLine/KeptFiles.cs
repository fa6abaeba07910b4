using System.Text.Json.Nodes;
using Microsoft.AspNetCore.StaticFiles;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>
/// Uploaded files in a folder, each under a random name of 128 bits which is all that its address needs to be secret: a browser shows an
/// attachment without sending a token. The name that the file had is only part of the address.
/// </summary>
internal sealed class KeptFiles(string folder)
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public async Task<JsonObject> KeepAsync(IFormFile file, string baseUrl, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var id = Guid.NewGuid().ToString("N");
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        name = name.Length == 0 ? id : name;
        await using var kept = File.Create(Path.Combine(folder, id));
        await file.CopyToAsync(kept, stop);
        return new JsonObject
        {
            ["contentType"] = Types.TryGetContentType(name, out var type) ? type : "application/octet-stream",
            ["contentUrl"] = $"{baseUrl}/attachments/{id}/{Uri.EscapeDataString(name)}",
            ["name"] = name,
        };
    }

    /// <summary><c>GET /attachments/{id}/{name}</c>. Only plain pictures are shown in the page; anything else is a download, so that no upload becomes a page of ours.</summary>
    public static IResult Get(HttpContext http, Guid id, string name, KeptFiles files)
    {
        var path = Path.Combine(files.Folder, id.ToString("N"));
        if (!File.Exists(path))
        {
            return Refusal.NoFile;
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        var picture = Types.TryGetContentType(name, out var type) && type is "image/png" or "image/jpeg" or "image/gif" or "image/webp";
        return picture
            ? Results.File(path, type)
            : Results.File(path, "application/octet-stream", Path.GetFileName(name));
    }

    private string Folder => Path.GetFullPath(folder);
}
