using System.Text.Json.Nodes;
using Microsoft.AspNetCore.StaticFiles;
using SalesBot.Conversation;
using SalesBot.Files;
using SalesBot.Server.Channels.BotFramework.Files;
using SalesBot.Server.Channels.BotFramework.Schema;

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

    /// <summary>What an activity brings, of the files that were uploaded here; any other address is none of ours. What may not be kept is deleted.</summary>
    public async Task<IReadOnlyList<ReceivedFile>> TakeAsync(Activity activity, FileLimits limits, CancellationToken stop)
    {
        var taken = new List<ReceivedFile>();
        foreach (var sent in SentFile.In(activity))
        {
            var path = Uri.TryCreate(sent.Address, UriKind.Absolute, out var uri) && uri.Segments is [.., "attachments/", var id, _] && Guid.TryParseExact(id.TrimEnd('/'), "N", out var guid) ? Path.Combine(Folder, guid.ToString("N")) : null;
            if (path is null || !File.Exists(path))
            {
                taken.Add(new ReceivedFile(sent.Name, sent.ContentType, ReadOnlyMemory<byte>.Empty) { Fault = FileFault.Untrusted });
                continue;
            }

            var file = new FileInfo(path).Length > limits.Bytes
                ? new ReceivedFile(sent.Name, sent.ContentType, ReadOnlyMemory<byte>.Empty) { Fault = FileFault.TooLarge }
                : new ReceivedFile(sent.Name, sent.ContentType, await File.ReadAllBytesAsync(path, stop));
            if (FileCheck.Of(file, limits).File is null)
            {
                File.Delete(path);
            }

            taken.Add(file);
        }

        return taken;
    }

    private string Folder => Path.GetFullPath(folder);
}
