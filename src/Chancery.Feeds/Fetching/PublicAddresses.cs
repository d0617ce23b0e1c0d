using System.Net;
using System.Net.Sockets;

namespace Chancery.Feeds.Fetching;

/// <summary>Tells addresses of the public internet from those of this machine, its network and its host.</summary>
/// <remarks>After IANA's registries of special-purpose addresses (RFC 6890 and its updates). Of IPv6 only global unicast, 2000::/3, counts as public.</remarks>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] Special = [.. new[]
    {
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        // within 2000::/3: protocol assignments with Teredo, documentation, 6to4 which carries any IPv4 address
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    }.Select(IPNetwork.Parse)];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>True for an address that anybody on the internet can reach.</summary>
    internal static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && !GlobalUnicast.Contains(address)) return false;
        return !Special.Any(network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }
}
