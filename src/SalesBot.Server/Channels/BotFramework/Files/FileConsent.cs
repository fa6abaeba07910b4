using System.Text.Json;
using SalesBot.Conversation;
using SalesBot.Server.Channels.BotFramework.Schema;
using SalesBot.Server.Export;

namespace SalesBot.Server.Channels.BotFramework.Files;

/// <summary>The answer to <see cref="FileCards.Asking"/> (<c>fileConsent/invoke</c>): the file is put where Teams says, and what came of it takes the place of the question.</summary>
internal sealed class FileConsent(Func<OfferedFiles> offered, FileUpload upload, BotFrameworkTurns turns, TimeProvider time)
{
    public const string InvokeName = "fileConsent/invoke";

    private const int Longest = 2000;

    public async Task<InvokeResponse> AnswerAsync(Activity activity, bool vouched)
    {
        var value = activity.Value;
        var accepted = value?.Text("action") is "accept";
        var key = value?.At("context")?.Text(FileCards.Offer);
        var from = ActivityToTurn.From(activity, activity.From);
        if (key is null || !FileCards.CanOffer(from) || !(accepted || value?.Text("action") is "decline"))
        {
            return new InvokeResponse(StatusCodes.Status400BadRequest);
        }

        var turn = new Turn(TurnKind.Pressed, from, activity.Id ?? Guid.NewGuid().ToString("N"), time.GetUtcNow()) { Press = new Press(InvokeName, [], activity.ReplyToId), PersonKey = vouched ? null : activity.From?.Id };
        PutFile? put = accepted ? (file, stop) => PutAsync(value?.At("uploadInfo"), file, stop) : null;
        await turns.OnceAsync(turn, async stop => [await offered().AnswerAsync(from, turn.PersonKey, key, put, stop)]);
        return new InvokeResponse(StatusCodes.Status200OK);
    }

    private async Task<SavedFile?> PutAsync(JsonElement? place, HandedFile file, CancellationToken stop)
    {
        if (!Uri.TryCreate(place?.Text("uploadUrl"), UriKind.Absolute, out var address) || !await upload.PutAsync(address, file.Bytes, stop))
        {
            return null;
        }

        return new SavedFile(Of("name") ?? file.Name, Of("contentUrl") ?? "", Of("uniqueId") ?? "", Of("fileType") ?? Path.GetExtension(file.Name).TrimStart('.'));

        string? Of(string member) => place?.Text(member) is { Length: > 0 and <= Longest } said ? said : null;
    }
}
