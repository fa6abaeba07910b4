using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using SalesBot.Server.Channels.Feishu;

namespace SalesBot.Tests.Channels.Feishu;

/// <summary>Whatever arrives, altered anywhere: no fault of ours, nothing written, nothing told.</summary>
public sealed class FeishuPropertyTests : FeishuCompany
{
    private enum Kind
    {
        /// <summary>A byte of what was signed.</summary>
        Signed,

        /// <summary>A byte of what was encrypted, signed again.</summary>
        Encrypted,

        /// <summary>The end of it is missing, signed again.</summary>
        Cut,

        /// <summary>Another key.</summary>
        Key,

        /// <summary>A member of the event is of another shape, and it is for another app.</summary>
        Shape,

        /// <summary>Headers that are no headers.</summary>
        Headers,

        /// <summary>Not signed at all.</summary>
        Unsigned,

        /// <summary>A member is of another shape in what was not said to the bot.</summary>
        Inside,
    }

    private sealed record Mutation(Kind Kind, int Place, int Value);

    [Fact]
    public async Task Nothing_that_was_altered_gets_in_or_brings_anything_out()
    {
        var mutations = from kind in Gen.Choose(0, Enum.GetValues<Kind>().Length - 1)
                        from place in Gen.Choose(0, 100_000)
                        from value in Gen.Choose(1, 255)
                        select new Mutation((Kind)kind, place, value);
        AlteredRequests.Send(mutations, RefusedAsync);

        var logged = Feishu.Logged;
        Assert.All([FeishuServer.Key, FeishuServer.Token, FeishuServer.Secret, "t-g1", "凌云"], secret => Assert.DoesNotContain(secret, logged, StringComparison.Ordinal));
        Assert.All(logged.Split('\n'), line => Assert.StartsWith("feishu: event refused: ", line, StringComparison.Ordinal));
        await NothingHappenedAsync();
        Assert.Equal(0, await Bot.Look(db => db.Todos.CountAsync()));
    }

    /// <summary>What has passed the gate may still be of any shape.</summary>
    [Fact]
    public void Any_shape_is_read_or_left_alone()
    {
        var message = new JsonObject
        {
            ["message_id"] = "om_1", ["chat_id"] = "oc_1", ["chat_type"] = "group", ["message_type"] = "post", ["mentions"] = JsonNode.Parse("""[{"key":"@_user_1","id":{"open_id":"ou_bot"},"name":"SalesBot"}]"""),
            ["content"] = JsonNode.Parse("""{"title":"x","content":[[{"tag":"at","user_id":"@_user_1"},{"tag":"img","image_key":"img_1"},{"tag":"media","file_key":"f_1"},{"tag":"a","href":"x"}]]}"""),
        };
        var press = new JsonObject
        {
            ["operator"] = new JsonObject { ["open_id"] = "ou_1" }, ["context"] = new JsonObject { ["open_message_id"] = "om_1", ["open_chat_id"] = "oc_1" },
            ["action"] = new JsonObject { ["value"] = new JsonObject { ["v"] = """{"Verb":"undo","Data":{"a":"b"}}""", ["g"] = true, ["f"] = "Text_a\nDate_b" }, ["form_value"] = new JsonObject { ["Text_a"] = "x", ["Date_b"] = "2026-01-01 +0800" } },
        };
        var mutations = from place in Gen.Choose(0, 10_000) from value in Gen.Choose(0, 255) from more in Gen.Choose(0, 10_000) select (place, value, more);
        Prop.ForAll(mutations.ToArbitrary(), m =>
        {
            foreach (var given in new[] { message, press })
            {
                var altered = given.DeepClone().AsObject();
                Misshape(altered, new Mutation(Kind.Shape, m.place, m.value));
                Misshape(altered, new Mutation(Kind.Shape, m.more, m.more));
                if (altered["content"] is JsonObject content)
                {
                    altered["content"] = content.ToJsonString();
                }

                var json = System.Text.Json.JsonElement.Parse(altered.ToJsonString());
                _ = FeishuMessage.Read(json)?.Said("ou_bot");
                _ = FeishuPress.Read(json, "ev1", DateTimeOffset.UnixEpoch);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(AlteredRequests.Number));
    }

    private async Task RefusedAsync(Mutation mutation)
    {
        var message = Feishu.Message("提醒我明天给凌云电缆打电话");
        if (mutation.Kind is Kind.Shape or Kind.Inside)
        {
            message["header"]!["app_id"] = mutation.Kind == Kind.Shape ? "cli_another" : FeishuServer.App;
            message["event"]!["message"]!["chat_type"] = "group";
            Misshape(message, mutation);
        }

        var plain = message.ToJsonString();
        var body = FeishuServer.Encrypt(plain, mutation.Kind == Kind.Key ? "key-" + mutation.Value : FeishuServer.Key);
        var (timestamp, nonce) = (Feishu.Timestamp(), Guid.NewGuid().ToString("N"));
        var signature = FeishuSignature.Of(FeishuServer.Key, timestamp, nonce, Encoding.UTF8.GetBytes(body));
        switch (mutation.Kind)
        {
            case Kind.Signed:
                body = Change(body, mutation);
                break;
            case Kind.Encrypted:
                body = ChangeInside(body, mutation);
                signature = FeishuSignature.Of(FeishuServer.Key, timestamp, nonce, Encoding.UTF8.GetBytes(body));
                break;
            case Kind.Cut:
                body = body[..(mutation.Place % body.Length)];
                signature = FeishuSignature.Of(FeishuServer.Key, timestamp, nonce, Encoding.UTF8.GetBytes(body));
                break;
            case Kind.Headers:
                (timestamp, nonce, signature) = (mutation.Place % 3) switch { 0 => (timestamp + mutation.Value, nonce, signature), 1 => (timestamp, nonce + (char)('a' + (mutation.Value % 26)), signature), _ => (timestamp, nonce, signature[..(mutation.Value % signature.Length)]) };
                break;
        }

        var (status, answer) = mutation.Kind == Kind.Unsigned ? await Feishu.PostUnsignedAsync(mutation.Place % 2 == 0 ? body : Change(body, mutation)) : await Feishu.PostRawAsync(body, timestamp, nonce, signature);

        Assert.True((status is 400 or 401 && answer.Length == 0) || (mutation.Kind == Kind.Inside && status == 200 && answer == "{}"), $"{mutation}: {status} {answer}");
    }

    private static string Change(string body, Mutation mutation)
    {
        var at = mutation.Place % body.Length;
        return body[..at] + (char)(32 + ((body[at] - 32 + 1 + (mutation.Value % 93)) % 95)) + body[(at + 1)..];
    }

    /// <summary>In the last block, which then has no padding, or has no end of the JSON.</summary>
    private static string ChangeInside(string body, Mutation mutation)
    {
        var bytes = Convert.FromBase64String((string)JsonNode.Parse(body)!["encrypt"]!);
        bytes[bytes.Length - 1 - (mutation.Place % 16)] ^= (byte)mutation.Value;
        return new JsonObject { ["encrypt"] = Convert.ToBase64String(bytes) }.ToJsonString();
    }

    private static void Misshape(JsonObject message, Mutation mutation)
    {
        var places = CardTexts.Objects(message).SelectMany(o => o.Select(m => (Of: o, m.Key))).Where(p => p.Key is not ("app_id" or "header")).ToList();
        var (of, key) = places[mutation.Place % places.Count];
        of[key] = (mutation.Value % 6) switch { 0 => null, 1 => 7, 2 => new JsonArray(new JsonArray()), 3 => new JsonObject { [key] = "x" }, 4 => new string('x', 5000), _ => true };
    }
}
