using System.Net;
using System.Net.Sockets;

namespace SalesBot.Server.Channels.BotFramework.Files;

/// <summary>Connects to addresses of the internet only: a name may be made to resolve to a machine beside ours. Asked of the address that is really used.</summary>
internal static class PublicAddresses
{
    /// <summary>A connection for an <see cref="HttpClient"/>.</summary>
    /// <exception cref="HttpRequestException">The name has no public address.</exception>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (name, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Dns.GetHostAddressesAsync(name, cancel);
        // Through a company's proxy it is the proxy that connects, and its own rules hold.
        if (string.Equals(name, context.InitialRequestMessage.RequestUri?.Host, StringComparison.OrdinalIgnoreCase))
        {
            addresses = [.. addresses.Where(IsPublic)];
        }

        if (addresses.Length == 0)
        {
            throw new HttpRequestException(HttpRequestError.NameResolutionError, "no public address");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        var b = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? (b[0], b[1]) switch
            {
                (0 or 10 or 127 or >= 224, _) or (100, >= 64 and <= 127) or (169, 254) or (172, >= 16 and <= 31) or (192, 0 or 168) or (198, 18 or 19) => false,
                _ => true,
            }
            : (b[0] & 0xE0) == 0x20; // 2000::/3, what is given out for the internet
    }
}
