using System.Reflection;
using System.Text.Json;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>A call that is not served: HTTP status and the error body of Direct Line, <c>{error:{code,message}}</c>. The messages stand in refusals.json.</summary>
internal sealed record Refusal(int Status, string Code) : IResult
{
    public static readonly Refusal NoToken = new(401, "MissingToken");
    public static readonly Refusal BadToken = new(401, "BadToken");
    public static readonly Refusal TokenExpired = new(403, "TokenExpired");
    public static readonly Refusal WrongConversation = new(403, "WrongConversation");
    public static readonly Refusal WrongUser = new(403, "WrongUser");
    public static readonly Refusal NotThisMachine = new(403, "LoopbackOnly");
    public static readonly Refusal WrongOrigin = new(403, "WrongOrigin");
    public static readonly Refusal UnknownPerson = new(403, "UnknownPerson");
    public static readonly Refusal NoConversation = new(404, "ConversationNotFound");
    public static readonly Refusal NoFile = new(404, "FileNotFound");
    public static readonly Refusal BadBody = new(400, "BadBody");
    public static readonly Refusal BadWatermark = new(400, "BadWatermark");
    public static readonly Refusal BadAdvance = new(400, "BadAdvance");
    public static readonly Refusal NoSender = new(400, "MissingSender");
    public static readonly Refusal TooLarge = new(413, "TooLarge");
    public static readonly Refusal NotMultipart = new(415, "NotMultipart");
    public static readonly Refusal NotWebSocket = new(400, "NotWebSocket");
    public static readonly Refusal BotFailed = new(502, "BotError");

    private static readonly Dictionary<string, string> Messages = Load();

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        return httpContext.Response.WriteAsJsonAsync(new { error = new { code = Code, message = Messages[Code] } });
    }

    private static Dictionary<string, string> Load()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("DirectLine.refusals.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
    }
}
