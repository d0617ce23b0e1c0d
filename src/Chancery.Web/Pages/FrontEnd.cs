using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Pages;

/// <summary>The built pages, held in memory: what is not among them cannot be asked for, whatever the path says.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class FrontEnd
{
    private const string Index = "index.html";

    /// <summary>Paths that are views of the one page; its script draws the view the address names.</summary>
    private static readonly string[] Views = ["/", "/story", "/actors", "/actor", "/pair", "/figures", "/map", "/expectations", "/search", "/review", "/add", "/brief", "/api", "/sign-in"];

    private readonly FrozenDictionary<string, Asset> _assets;

    private FrontEnd(FrozenDictionary<string, Asset> assets) => _assets = assets;

    /// <summary>No pages: everything else works.</summary>
    internal static FrontEnd None { get; } = new(FrozenDictionary<string, Asset>.Empty);

    internal bool IsThere => _assets.ContainsKey(Index);

    /// <summary>The pages beside the program; in a clone, built from its sources where Node is found. Says so where there are none.</summary>
    internal static FrontEnd Open(Action<string> say)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "pages");
        if (File.Exists(Path.Combine(beside, Index))) return Load(beside);
        return PageBuild.Run(say) is { } built ? Load(built) : None;
    }

    internal static FrontEnd Load(string folder)
    {
        var assets = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            assets[name] = Asset.Of(name, File.ReadAllBytes(file));
        }
        return new(assets.ToFrozenDictionary(StringComparer.Ordinal));
    }

    internal void Map(IEndpointRouteBuilder app)
    {
        foreach (var view in Views) app.MapGet(view, (HttpContext context) => Send(context, Index, StatusCodes.Status200OK));
        app.MapGet("/assets/{name}", (string name, HttpContext context) => Send(context, $"assets/{name}", StatusCodes.Status200OK));
        app.MapGet("/favicon.svg", (HttpContext context) => Send(context, "favicon.svg", StatusCodes.Status200OK));
        app.MapFallback((HttpContext context) => Send(context, Index, StatusCodes.Status404NotFound));
    }

    private Task Send(HttpContext context, string name, int status)
    {
        if (_assets.TryGetValue(name, out var asset)) return asset.Send(context, status);
        return IsThere
            ? Problems.Write(context, StatusCodes.Status404NotFound, "unknown-path", "There is nothing at this path.")
            : Problems.Write(context, StatusCodes.Status501NotImplemented, "no-pages", "The pages are not built, which takes Node 20 or later and a clone of the sources; the API under /api/v1 works without them.");
    }

    private sealed record Asset(string Type, byte[] Plain, byte[]? Packed, string ETag, bool IsHashed)
    {
        internal static Asset Of(string name, byte[] bytes)
        {
            var type = Path.GetExtension(name) switch
            {
                ".html" => "text/html; charset=utf-8",
                ".js" => "text/javascript; charset=utf-8",
                ".css" => "text/css; charset=utf-8",
                ".json" => "application/json; charset=utf-8",
                ".svg" => "image/svg+xml",
                ".woff2" => "font/woff2",
                _ => "application/octet-stream",
            };
            return new(type, bytes, type.StartsWith("font", StringComparison.Ordinal) ? null : Pack(bytes), $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"", name.StartsWith("assets/", StringComparison.Ordinal));
        }

        internal async Task Send(HttpContext context, int status)
        {
            var (request, response) = (context.Request, context.Response);
            response.Headers.ETag = ETag;
            // the name of an asset holds a digest of its content
            response.Headers.CacheControl = IsHashed ? "public, max-age=31536000, immutable" : "no-cache";
            if (request.Headers.IfNoneMatch == ETag && status == StatusCodes.Status200OK)
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
            response.StatusCode = status;
            response.ContentType = Type;
            response.Headers.Vary = "Accept-Encoding";
            var packed = Packed is not null && request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
            if (packed) response.Headers.ContentEncoding = "br";
            var body = packed ? Packed! : Plain;
            response.ContentLength = body.Length;
            if (!HttpMethods.IsHead(request.Method)) await response.Body.WriteAsync(body, context.RequestAborted);
        }

        private static byte[] Pack(byte[] bytes)
        {
            using var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal)) brotli.Write(bytes);
            return packed.ToArray();
        }
    }
}
