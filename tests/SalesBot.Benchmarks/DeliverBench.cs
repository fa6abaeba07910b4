using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Benchmarks.Turns;
using SalesBot.Conversation;
using SalesBot.Data;

namespace SalesBot.Benchmarks;

/// <summary>Ten thousand cards that wait in the outbox, against as many plain posts of the same activity, one after the other.</summary>
internal static class DeliverBench
{
    public static async Task RunAsync(ScratchFolder folder, bool quick)
    {
        var (file, cards) = (folder.Path("deliver.db"), quick ? 1_000 : 10_000);
        await new Company(1_000, 1_000).FillAsync(file);
        await using var sink = await Sink.StartAsync();
        await using var bot = await TurnsBench.StartAsync(file, folder.Path("deliver-data"));
        sink.Keep = true;
        var activity = await AnswerAsync(new Uri(bot.Urls.First() + "/api/messages"), sink);
        sink.Keep = false;
        var (ours, hand) = (new List<double>(), new List<double>());
        for (var round = 0; round < 3; round++)
        {
            ours.Add(await DeliveredAsync(bot.Services, activity, cards, sink));
            hand.Add(await PostedAsync(sink, activity, cards));
        }

        Versus.Head($"deliver: {cards:N0} cards of {activity.Length:N0} bytes", "outbox", "plain posts");
        Versus.Line("cards a second", $"{Versus.Median(ours):N0}", $"{Versus.Median(hand):N0}", [.. ours.Zip(hand, (x, y) => x / y)], "≥ 0.5");
        await bot.StopAsync();
    }

    /// <summary>What the bot posts when it is asked for a list.</summary>
    private static async Task<string> AnswerAsync(Uri url, Sink sink)
    {
        using var http = new HttpClient();
        var asked = $$"""{"type":"message","id":"m-1","serviceUrl":"{{sink.Url}}","channelId":"emulator","from":{"id":"P007"},"conversation":{"id":"c-1"},"recipient":{"id":"bot"},"locale":"zh-CN","text":"我的商机"}""";
        using var body = new StringContent(asked, Encoding.UTF8, "application/json");
        using var taken = await http.PostAsync(url, body);
        while (!sink.Last.Contains("attachments", StringComparison.Ordinal))
        {
            await Task.Delay(10);
        }

        return sink.Last;
    }

    private static async Task<double> DeliveredAsync(IServiceProvider services, string activity, int cards, Sink sink)
    {
        using var json = JsonDocument.Parse(activity);
        var content = JsonSerializer.Serialize(new RenderedReply("list", json.RootElement.GetProperty("attachments")[0].GetProperty("content")));
        await using (var db = services.GetRequiredService<Func<SalesDb>>()())
        {
            var seat = await db.References.Where(r => r.PersonId != null).FirstAsync();
            db.AddRange(Enumerable.Range(0, cards).Select(_ => new OutboxMessage { PersonId = seat.PersonId!.Value, ReferenceId = seat.Id, Content = content, CreatedAt = Company.Now, NextAttemptAt = Company.Now }));
            await db.SaveChangesAsync();
        }

        var (start, before) = (Stopwatch.GetTimestamp(), sink.Received);
        await services.GetRequiredService<Outbox>().DeliverDueAsync(Company.Now.AddMinutes(1), CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (sink.Received - before < cards)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{sink.Received - before} of {cards} cards came."));
        }

        return cards / seconds;
    }

    private static async Task<double> PostedAsync(Sink sink, string activity, int cards)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        var (bytes, url, start) = (Encoding.UTF8.GetBytes(activity), new Uri(sink.Url + "v3/conversations/c-1/activities"), Stopwatch.GetTimestamp());
        for (var i = 0; i < cards; i++)
        {
            using var body = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var taken = await http.PostAsync(url, body);
            taken.EnsureSuccessStatusCode();
        }

        return cards / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
