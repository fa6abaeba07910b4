using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Data;
using SalesBot.Server;
using SalesBot.Tests.Channels.DirectLine;

namespace SalesBot.Tests;

/// <summary>The practice clock, and who can be practised as.</summary>
public sealed class PracticeTests : IAsyncLifetime
{
    private readonly DirectLineServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_clock_walks_ahead_hour_by_hour_and_what_falls_due_is_run_on_the_way()
    {
        var before = await NowAsync();
        using var moved = await _server.Http.PostAsJsonAsync("/dev/clock", new { advance = "P8D" });
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        Assert.InRange(await NowAsync() - before, TimeSpan.FromDays(8), TimeSpan.FromDays(8) + TimeSpan.FromMinutes(1));
        Assert.Equal(8 * 24, _server.Passed.Count);
        Assert.All(_server.Passed, passed => Assert.Equal(TimeSpan.FromHours(1), passed.To - passed.From));
        Assert.All(_server.Passed, passed => Assert.InRange(passed.Clock - passed.To, TimeSpan.Zero, TimeSpan.FromMinutes(1)));
    }

    [Theory]
    [InlineData("-P1D")]
    [InlineData("P0D")]
    [InlineData("P367D")]
    [InlineData("P99999999999D")]
    [InlineData("tomorrow")]
    [InlineData("")]
    [InlineData(null)]
    public async Task The_clock_takes_no_nonsense(string? advance)
    {
        using var refused = await _server.Http.PostAsJsonAsync("/dev/clock", new { advance });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Empty(_server.Passed);
    }

    [Fact]
    public async Task A_part_of_an_hour_is_walked_too()
    {
        using var moved = await _server.Http.PostAsJsonAsync("/dev/clock", new { advance = "PT90M" });
        Assert.Equal([60, 30], _server.Passed.Select(p => (int)(p.To - p.From).TotalMinutes).ToList());
    }

    [Fact]
    public async Task Moves_that_are_asked_for_at_once_come_one_after_another()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _server.Http.PostAsJsonAsync("/dev/clock", new { advance = "P1D" })));
        Assert.Equal(5 * 24, _server.Passed.Count);
        Assert.All(_server.Passed.Zip(_server.Passed.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From));
    }

    [Fact]
    public async Task Open_pages_outlive_a_jump_of_the_clock()
    {
        var (conversation, token) = await _server.StartAsync("rep");
        using var moved = await _server.Http.PostAsJsonAsync("/dev/clock", new { advance = "P7D" });
        using var said = await _server.SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/activities", token, new { type = "message", text = "hi" });
        Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        Assert.InRange(_server.Turns[^1].Now - _server.Wall.GetUtcNow(), TimeSpan.FromDays(6.9), TimeSpan.FromDays(7.1));
    }

    [Fact]
    public async Task People_come_by_team_with_who_leads_first_and_without_who_left()
    {
        await _server.StartAsync("legal");
        var people = JsonNode.Parse(await _server.Http.GetStringAsync("/dev/people"))!.AsArray();
        Assert.Equal(["boss", "rep", "legal"], people.Select(p => (string)p!["key"]!).ToList());
        Assert.Equal(("Legal", "Europe/London", 1), ((string?)people[2]!["role"], (string?)people[2]!["timeZone"], (int)people[2]!["news"]!));
        Assert.Equal(("North", 0), ((string?)people[0]!["team"]!["englishName"], (int)people[0]!["news"]!));
    }

    [Fact]
    public async Task Everybody_reads_the_language_of_the_page_also_who_was_never_spoken_as()
    {
        using var told = await _server.Http.PostAsJsonAsync("/dev/language", new { locale = "en" });
        Assert.Equal(HttpStatusCode.NoContent, told.StatusCode);

        await using var db = _server.Services.GetRequiredService<Func<SalesDb>>()();
        var seats = await db.References.ToListAsync();
        Assert.Equal(await db.People.CountAsync(p => p.Active), seats.Count);
        Assert.All(seats, seat => Assert.Equal("en", seat.Locale));

        using var refused = await _server.Http.PostAsJsonAsync("/dev/language", new { locale = "" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task The_clock_goes_on_after_a_restart()
    {
        using var moved = await _server.Http.PostAsJsonAsync("/dev/clock", new { advance = "P2D" });
        var clock = new PracticeClock(new SteppedClock());
        using var time = new PracticeTime(clock, _server.Services.GetRequiredService<Func<SalesDb>>(), []);
        await time.ResumeAsync(CancellationToken.None);
        Assert.InRange(clock.Ahead, TimeSpan.FromDays(2) - TimeSpan.FromMinutes(1), TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_clock_can_start_at_a_given_moment()
    {
        var start = new DateTimeOffset(2026, 3, 11, 10, 0, 0, TimeSpan.FromHours(8));
        var clock = new PracticeClock(new SteppedClock(), start);
        Assert.InRange(clock.GetUtcNow() - start, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    private async Task<DateTimeOffset> NowAsync() => (DateTimeOffset)JsonNode.Parse(await _server.Http.GetStringAsync("/dev/clock"))!["now"]!;
}
