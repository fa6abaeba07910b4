using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SalesBot.Server.Channels.DingTalk;

/// <summary>A button of one of our cards, as it comes over HTTP and over the stream alike (PROTOCOLS.md E.4). It names the button by its code and carries nothing else.</summary>
internal sealed record DingTalkPress(string Card, string User, string Code, string Id)
{
    private const int LongestId = 200;

    /// <summary>What answers a press: the card is changed afterwards, as DingTalk takes no change of it before.</summary>
    public static Dictionary<string, object> Answer { get; } = new(StringComparer.Ordinal)
    {
        ["cardUpdateOptions"] = new Dictionary<string, bool>(StringComparer.Ordinal) { ["updateCardDataByKey"] = true, ["updatePrivateDataByKey"] = true },
    };

    /// <summary>Null for what is no press.</summary>
    /// <param name="delivery">By which a repetition is known.</param>
    public static DingTalkPress? Read(JsonElement json, string delivery)
    {
        var content = json.Text("content") is { } text ? WireJson.Parse(Encoding.UTF8.GetBytes(text)) : null;
        var code = content?.At("cardPrivateData")?.Items("actionIds").Select(a => a.Text()).FirstOrDefault();
        return json.Text("outTrackId") is { Length: > 0 and <= LongestId } card && json.Text("userId") is { Length: > 0 and <= LongestId } user && code is { Length: > 0 and <= LongestId }
            ? new DingTalkPress(card, user, code, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{card}\n{user}\n{code}\n{delivery}"))))
            : null;
    }
}
