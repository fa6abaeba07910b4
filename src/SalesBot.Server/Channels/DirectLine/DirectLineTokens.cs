using System.Globalization;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>Whom a token speaks for: one conversation and, unless it was asked for without one, one person's key.</summary>
internal sealed record Caller(string Conversation, string? User)
{
    /// <summary>Who calls, once <see cref="TokenRequired"/> has read the token.</summary>
    public static Caller Of(HttpContext http) => http.Features.Get<Caller>()!;
}

/// <summary>
/// Signs and reads the tokens of our own Direct Line (PROTOCOLS.md B): a JWT (HS256) bound to a conversation and a user, valid for half an hour.
/// The claim <c>user</c> is the one that Microsoft's client reads to learn who it is. All times are wall-clock time, never the practice clock's:
/// a demo that jumps a week ahead must not log everybody out.
/// </summary>
internal sealed class DirectLineTokens(byte[] key)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1800);

    private static readonly JsonWebTokenHandler Jwt = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };

    private readonly SymmetricSecurityKey _key = new(key);

    public string Issue(Caller caller, DateTimeOffset now)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["conv"] = caller.Conversation };
        if (caller.User is not null)
            claims["user"] = caller.User;
        return Jwt.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            Expires = now.Add(Lifetime).UtcDateTime,
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>Reads a token; one that is not ours is refused with <see cref="Refusal.BadToken"/>, one of ours that is over with <see cref="Refusal.TokenExpired"/>.</summary>
    public async Task<(Caller? Caller, Refusal? Refusal)> ReadAsync(string? token, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(token))
            return (null, Refusal.NoToken);
        var read = await Jwt.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = _key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidateIssuer = false,
            ValidateAudience = false,
            // Checked below against the given time: an expired token has its own answer (403), which makes the client ask for a new one.
            ValidateLifetime = false,
        });
        if (!read.IsValid || !read.Claims.TryGetValue("conv", out var conversation) || !read.Claims.TryGetValue("exp", out var expires))
            return (null, Refusal.BadToken);
        if (DateTimeOffset.FromUnixTimeSeconds(Convert.ToInt64(expires, CultureInfo.InvariantCulture)) <= now)
            return (null, Refusal.TokenExpired);
        return (new Caller((string)conversation, read.Claims.TryGetValue("user", out var user) ? (string)user : null), null);
    }

    /// <summary>Takes the signing key from the folder, making it at first use, so that open pages survive a restart.</summary>
    public static DirectLineTokens FromFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "directline.key");
        if (!File.Exists(path))
            KeepNewKey(path);
        return new DirectLineTokens(File.ReadAllBytes(path));
    }

    private static void KeepNewKey(string path)
    {
        var fresh = path + "." + Guid.NewGuid().ToString("N");
        File.WriteAllBytes(fresh, RandomNumberGenerator.GetBytes(32));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        try
        {
            File.Move(fresh, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process started at the same moment; its key is the one.
            File.Delete(fresh);
        }
    }
}
