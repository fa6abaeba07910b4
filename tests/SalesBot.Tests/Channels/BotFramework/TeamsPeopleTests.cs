using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SalesBot.Server.Channels;
using SalesBot.Server.Channels.BotFramework;
using SalesBot.Server.Channels.BotFramework.Connector;
using SalesBot.Server.Channels.BotFramework.Schema;
using SalesBot.Tests.Channels.BotFramework.Connector;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.BotFramework;

/// <summary>Who somebody in Teams is, by what the members API says of them.</summary>
public sealed class TeamsPeopleTests : IAsyncLifetime
{
    private const string Tenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private const string Member = """{"id":"29:1abc","aadObjectId":"0f9a","email":"Zhao.Lei@Example.com","userPrincipalName":"zl@example.com","tenantId":"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee","userRole":"user"}""";

    private readonly BotFrameworkOptions _options = new() { TenantId = Tenant, Retries = 0 };
    private TestBot _bot = null!;
    private RecordingConnector _connector = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _bot = await TestBot.StartAsync();
        await using var db = _bot.Open();
        (await db.People.FirstAsync(p => p.Name == "赵磊")).Email = "zhao.lei@EXAMPLE.com";
        await db.SaveChangesAsync();
        _connector = await RecordingConnector.StartAsync();
        _http = new HttpClient();
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _connector.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task A_member_of_our_tenant_is_the_person_with_the_address_and_is_asked_about_once()
    {
        _connector.Plan(200, Member);
        var people = People();

        await people.MeetAsync(Said(), CancellationToken.None);
        await people.MeetAsync(Said(), CancellationToken.None);

        Assert.EndsWith("/v3/conversations/a%3A1/members/29%3A1abc", Assert.Single(_connector.Calls).Target, StringComparison.OrdinalIgnoreCase);
        Assert.Equal([("msteams", "0f9a", "赵磊")], await LinksAsync());
    }

    [Theory]
    [InlineData("\"userRole\":\"user\"", "\"userRole\":\"guest\"")]
    [InlineData("aaaaaaaa-", "bbbbbbbb-")]
    [InlineData("0f9a", "0f9b")]
    [InlineData("\"email\":\"Zhao.Lei@Example.com\"", "\"email\":\"nobody@example.com\"")]
    public async Task A_guest_a_member_of_another_tenant_and_an_address_of_nobody_link_nothing(string part, string instead)
    {
        _connector.Plan(200, Member.Replace(part, instead, StringComparison.Ordinal));

        await People().MeetAsync(Said(), CancellationToken.None);

        Assert.Empty(await LinksAsync());
    }

    [Fact]
    public async Task Where_every_tenant_is_let_in_nobody_is_linked_by_an_address()
    {
        _options.TenantId = null;

        await People().MeetAsync(Said(), CancellationToken.None);

        Assert.Empty(_connector.Calls);
        Assert.Empty(await LinksAsync());
    }

    [Fact]
    public async Task Whom_the_Connector_could_not_tell_is_asked_about_again_with_the_next_message()
    {
        _connector.Plan(500).Plan(200, Member);
        var people = People();

        await people.MeetAsync(Said(), CancellationToken.None);
        Assert.Empty(await LinksAsync());
        await people.MeetAsync(Said(), CancellationToken.None);

        Assert.Single(await LinksAsync());
    }

    private TeamsPeople People()
    {
        var options = Options.Create(_options);
        var hosts = new ServiceHosts(options);
        hosts.Trust(_connector.ServiceUrl);
        return new TeamsPeople(new ConnectorClient(new ConnectorTransport(_http, hosts, options, TimeProvider.System, NullLogger<ConnectorTransport>.Instance)), new PersonLinking(_bot.Open), options, TimeProvider.System);
    }

    private Activity Said() => new()
    {
        Type = "message", ChannelId = "msteams", ServiceUrl = _connector.ServiceUrl, Conversation = new ConversationAccount { Id = "a:1" }, From = new ChannelAccount { Id = "29:1abc", AadObjectId = "0f9a" },
    };

    private Task<List<(string, string, string)>> LinksAsync() => _bot.Look(async db => (await db.PersonLinks.Select(l => new { l.Channel, l.UserId, l.Person.Name }).ToListAsync()).ConvertAll(l => (l.Channel, l.UserId, l.Name)));
}
